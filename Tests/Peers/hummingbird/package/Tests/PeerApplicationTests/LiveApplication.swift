import CORSConformanceTesting
import CORSPolicy
import CORSVocabulary
import Hummingbird
import NIOCore
import PeerApplication

/// The application on a port of this host.
enum LiveApplication {
    /// The application ended before it listened.
    struct NeverListened: Error {}

    /// Starts the application, which then runs as long as the tests do.
    ///
    /// - Parameters:
    ///   - policy: What it is set up with.
    ///   - style: How CORSMiddleware is set up.
    /// - Returns: The server, for corspec.
    static func start(_ policy: Policy, style: Style = .careful) async throws -> RunningServer {
        let (ports, listening) = AsyncStream.makeStream(of: Int?.self)
        let application = try buildApplication(Settings(policy), style: style) { channel in
            listening.yield(channel.localAddress?.port)
        }
        Task {
            try? await application.runService(gracefulShutdownSignals: [])
            listening.finish()
        }
        guard let port = await ports.first(where: { _ in true }) ?? nil else { throw NeverListened() }
        var server = RunningServer("http://127.0.0.1:\(port)/open")
        server.protected = "/protected"
        server.failing = "/failing"
        server.authentication = HeaderField("Cookie", "session=good")
        server.allowsWrites = true
        return server
    }
}
