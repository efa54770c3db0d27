import CORSVocabulary
import Synchronization

/// Connections to one server: as many as there are requests at once, each kept for the next.
final class ConnectionPool: Sendable {
    private let settings: ConnectionSettings
    private let origin: String
    private let idle = Mutex<[ConnectionThread]>([])

    /// Makes a pool; nothing is connected yet.
    init(origin: String, settings: ConnectionSettings) {
        self.origin = origin
        self.settings = settings
    }

    deinit { close() }

    /// Closes every connection that is not in use.
    func close() {
        let threads = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for thread in threads { thread.stop() }
    }

    /// Sends a request over the connection that was used last, or a new one.
    func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
        let kept = idle.withLock { $0.popLast() }
        let thread = if let kept { kept } else { try ConnectionThread(settings) }
        let result = await thread.send(request, origin: origin)
        idle.withLock { $0.append(thread) }
        return try result.get()
    }
}
