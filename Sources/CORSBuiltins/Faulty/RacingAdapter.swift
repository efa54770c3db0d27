import CORSPolicy
import CORSVocabulary
import Synchronization

/// An adapter that is right as long as it is asked one thing at a time.
struct RacingAdapter: CORSPolicyAdapter {
    let name = "faulty/race"

    /// Sets up the adapter with a policy.
    func makeApplication(for policy: Policy) async throws -> any CORSApplication {
        try Deviation.refuseTrap(policy)
        return Application(reference: try ReferenceApplication(for: policy))
    }

    private final class Application: CORSApplication {
        private let reference: ReferenceApplication
        /// The origin of the request in hand, as if there were one request at a time.
        private let origin = Mutex<FieldValue?>(nil)

        init(reference: ReferenceApplication) { self.reference = reference }

        func respond(to request: HTTPRequest) async -> HTTPResponse {
            let sent = request.headers.first(.origin)
            origin.withLock { $0 = sent }
            // Where a handler waits for a database, another request comes in between.
            for _ in 0..<8 { await Task.yield() }
            var handled = request
            handled.headers.remove(.origin)
            if let origin = origin.withLock({ $0 }) { handled.headers.append(.origin, origin) }
            return reference.answer(handled)
        }
    }
}
