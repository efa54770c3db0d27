import CORSBuiltins
import CORSPolicy
import CORSVocabulary
import Synchronization
import Testing

/// The tour's server: authentication runs before CORS, until somebody mends it.
final class TourServer: CORSApplication {
    private let faulty: any CORSApplication
    private let right: any CORSApplication
    private let isMended = Atomic<Bool>(false)

    /// Makes the server.
    init() async throws {
        let policy = Policy(
            allowOrigins: ["https://app.example.com"], allowMethods: ["GET", "PUT"], allowHeaders: ["Authorization"])
        let builtin = try #require(Builtin.named("faulty/auth-before-cors"))
        faulty = try await builtin.adapter.makeApplication(for: policy)
        right = try await ReferencePolicy().makeApplication(for: policy)
    }

    /// Puts CORS before authentication.
    func mend() { isMended.store(true, ordering: .sequentiallyConsistent) }

    /// Answers as it is just now.
    func respond(to request: HTTPRequest) async throws -> HTTPResponse {
        try await (isMended.load(ordering: .sequentiallyConsistent) ? right : faulty).respond(to: request)
    }
}
