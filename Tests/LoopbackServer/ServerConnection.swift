#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One connection of a server: blocking reads and writes that end when either side does.
struct ServerConnection {
    /// The socket.
    let file: Int32
    private var buffer: [UInt8] = []

    /// Makes a connection of a socket.
    init(file: Int32) { self.file = file }

    /// Reads up to the next blank line; nil at the end.
    mutating func readHead() -> [UInt8]? {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let range = buffer.firstRange(of: end) {
                let head = Array(buffer[..<range.upperBound])
                buffer.removeSubrange(..<range.upperBound)
                return head
            }
            var piece = [UInt8](repeating: 0, count: 16 * 1024)
            let count = recv(file, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            buffer += piece[..<count]
        }
    }

    /// Carries out an answer; says whether the connection goes on.
    func write(_ answer: Answer) -> Bool {
        for part in answer.parts {
            switch part {
            case .bytes(let bytes): if !write(bytes) { return false }
            case .drip(let bytes, let pause):
                for byte in bytes where !write([byte]) || !isOpen(after: pause) { return false }
            case .endless(let bytes):
                while write(bytes) {}
                return false
            case .pause(let pause): if !isOpen(after: pause) { return false }
            case .stall:
                while isOpen(after: .seconds(60)) {}
                return false
            case .close:
                shutdown(file, Int32(SHUT_RDWR))
                return false
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(file, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
                return false
            }
        }
        return true
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Socket.send(file, $0) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Waits, unless the other side closes before; says whether it is still there.
    private func isOpen(after pause: Duration) -> Bool {
        var descriptor = pollfd(file: file)
        let milliseconds = pause.components.seconds * 1000 + pause.components.attoseconds / 1_000_000_000_000_000
        guard poll(&descriptor, 1, Int32(milliseconds)) > 0 else { return true }
        var byte: UInt8 = 0
        // A request that comes meanwhile is left for later; the end is no request.
        return recv(file, &byte, 1, Int32(MSG_PEEK)) > 0
    }
}

extension pollfd {
    fileprivate init(file: Int32) { self.init(fd: file, events: Int16(POLLIN), revents: 0) }
}
