import CORSPolicy
import CORSVocabulary
import Synchronization

extension Builtin {
    /// Answers that are right alone and wrong one after the other.
    static let cacheFaults: [Builtin] = [
        .faulty(
            "vary-missing", .caches, .hazard, cause: "vary-missing", "Never sends Vary.",
            seenIn: "expressjs/cors #239, behind a CDN",
            Deviation.after { _, response, _ in response.headers.remove(.vary) }),
        .faulty(
            "vary-only-when-granted", .caches, .hazard, cause: "vary-missing", "Sends Vary only beside a grant.",
            seenIn: "expressjs/cors #105; starlette, vapor and gorilla today",
            Deviation.after { _, response, _ in
                if !response.headers.contains(.accessControlAllowOrigin) { response.headers.remove(.vary) }
            }),
        .faulty(
            "vary-missing-shared-cache", .caches, .broken, cause: "vary-missing",
            "Never sends Vary, and invites shared caches.",
            seenIn: "CDN set-ups, expressjs/cors #239",
            Deviation.after { _, response, _ in
                response.headers.remove(.vary)
                response.headers.append("Cache-Control", "public, max-age=60")
            }),
        .faulty(
            "state-leak", .state, .unsafe, cause: "state-leaks",
            "Grants a refused origin the one that was sent before it, refused or not.",
            seenIn: "starlette 5f21c39c, expressjs 3100a7c", stateLeak),
        .faulty(
            "response-memo", .state, .broken, cause: "state-leaks", "Remembers answers by address alone.",
            seenIn: "GSA/api.data.gov #397",
            responseMemo),
    ]

    /// Keeps the last origin sent, and grants it to whoever asks next.
    private static let stateLeak: Deviation.Make = { policy in
        try Deviation.refuseTrap(policy)
        let application = try ReferenceApplication(for: policy)
        let last = LastOrigin()
        return { request in
            var response = application.answer(request)
            guard let sent = request.headers.first(.origin), let left = last.exchange(sent) else { return response }
            if !response.headers.contains(.accessControlAllowOrigin) {
                response.headers.append(.accessControlAllowOrigin, left)
            }
            return response
        }
    }

    /// The last origin that was sent.
    private final class LastOrigin: Sendable {
        private let value = Mutex<FieldValue?>(nil)

        /// Stores an origin and returns the one before.
        func exchange(_ origin: FieldValue) -> FieldValue? {
            value.withLock { value in
                defer { value = origin }
                return value
            }
        }
    }

    /// Answers each address as it did the first time.
    private static let responseMemo: Deviation.Make = { policy in
        try Deviation.refuseTrap(policy)
        let application = try ReferenceApplication(for: policy)
        let memo = ResponseMemo()
        return { request in
            guard request.method == .get else { return application.answer(request) }
            return memo.answer(request.path) { application.answer(request) }
        }
    }

    /// Answers by address.
    private final class ResponseMemo: Sendable {
        private let answers = Mutex<[String: HTTPResponse]>([:])

        /// Returns the answer of an address, made the first time.
        func answer(_ path: String, _ make: () -> HTTPResponse) -> HTTPResponse {
            answers.withLock { answers in
                if let known = answers[path] { return known }
                let response = make()
                answers[path] = response
                return response
            }
        }
    }
}
