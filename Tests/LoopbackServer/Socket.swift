#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sockets of the loopback interface.
enum Socket {
    /// Listens on a port of 127.0.0.1 that the system chooses.
    static func listen() throws -> (file: Int32, port: Int) {
        #if canImport(Glibc)
            let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        #else
            let file = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard file >= 0 else { throw LoopbackServerError(call: "socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withSocketAddress(&address) { bind(file, $0, size) } == 0
        guard isBound else { throw LoopbackServerError(call: "bind") }
        var length = size
        guard withSocketAddress(&address, { getsockname(file, $0, &length) }) == 0, systemListen(file, 256) == 0 else {
            throw LoopbackServerError(call: "listen")
        }
        return (file, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Waits for a connection; below zero when the socket was shut down.
    ///
    /// Programs that are started meanwhile do not get it: it would stay open in them.
    static func accept(_ listener: Int32) -> Int32 {
        let file = systemAccept(listener, nil, nil)
        if file >= 0 {
            _ = fcntl(file, F_SETFD, FD_CLOEXEC)
            var isOn: Int32 = 1
            setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        }
        return file
    }

    /// Sends bytes; a closed connection is an error, not a signal.
    static func send(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.send(file, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #else
            Darwin.send(file, bytes.baseAddress, bytes.count, 0)
        #endif
    }

    private static func withSocketAddress<Result>(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
    ) -> Result {
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0) }
        }
    }
}

#if canImport(Glibc)
    private func systemListen(_ file: Int32, _ backlog: Int32) -> Int32 { Glibc.listen(file, backlog) }
    private let systemAccept = Glibc.accept
#else
    private func systemListen(_ file: Int32, _ backlog: Int32) -> Int32 { Darwin.listen(file, backlog) }
    private let systemAccept = Darwin.accept
#endif
