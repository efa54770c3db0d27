import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ports of this machine that nothing listens on, one for each policy.
final class Ports: Sendable {
    /// Where ports are taken from: systems give none of these to connections that programs make.
    private static let range = 20_000..<32_768
    private static let attempts = 1000

    private let ports = Mutex<[String: (number: Int, lock: PortLock?)]>([:])

    /// Makes a list without ports.
    init() {}

    /// The port of a policy, the same whenever it is asked for.
    func port(of policy: String) -> Int {
        ports.withLock { ports in
            if let port = ports[policy] { return port.number }
            let taken = Set(ports.values.map(\.number))
            var port = Self.range.lowerBound
            var lock: PortLock?
            for _ in 0..<Self.attempts {
                port = Int.random(in: Self.range)
                guard !taken.contains(port), Self.isFree(port) else { continue }
                lock = PortLock(port)
                if lock != nil { break }
            }
            ports[policy] = (port, lock)
            return port
        }
    }

    /// Says whether a server can listen on a port.
    static func isFree(_ port: Int) -> Bool {
        #if canImport(Glibc)
            let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let file = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard file >= 0 else { return false }
        defer { systemClose(file) }
        var reuse: Int32 = 1
        setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
