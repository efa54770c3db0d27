import CORSPolicy
import CORSVocabulary

/// Ways to build an application that is the reference but for one point.
enum Deviation {
    /// Answers a request.
    typealias Answer = @Sendable (HTTPRequest) -> HTTPResponse

    /// Makes an answer for a policy, or refuses it.
    typealias Make = @Sendable (Policy) throws -> Answer

    /// The reference, which grants further origins.
    static func granting(_ also: @escaping @Sendable (LooseOrigin, Policy) -> Bool) -> Make {
        { policy in
            try refuseTrap(policy)
            let application = try ReferenceApplication(for: policy) { origin in
                LooseOrigin(origin.text).map { also($0, policy) } ?? false
            }
            return { application.answer($0) }
        }
    }

    /// The reference with another policy than the one asked for.
    static func configured(_ change: @escaping @Sendable (Policy) -> Policy) -> Make {
        { policy in
            try refuseTrap(policy)
            let application = try ReferenceApplication(for: change(policy))
            return { application.answer($0) }
        }
    }

    /// The reference with its answers changed afterwards.
    static func after(_ change: @escaping @Sendable (HTTPRequest, inout HTTPResponse, Policy) -> Void) -> Make {
        around { application, request in
            var response = application.answer(request)
            change(request, &response, application.layer.policy)
            return response
        }
    }

    /// The reference with its preflights' answers changed afterwards.
    static func afterPreflight(_ change: @escaping @Sendable (HTTPRequest, inout HTTPResponse, Policy) -> Void) -> Make
    {
        after { request, response, policy in
            if isPreflight(request) { change(request, &response, policy) }
        }
    }

    /// The reference with something around it that may look at its parts before it answers.
    static func around(
        _ answer: @escaping @Sendable (ReferenceApplication, HTTPRequest) -> HTTPResponse
    ) -> Make {
        { policy in
            try refuseTrap(policy)
            let application = try ReferenceApplication(for: policy)
            return { answer(application, $0) }
        }
    }

    /// The reference with something before it that answers some requests instead.
    static func before(_ answer: @escaping @Sendable (HTTPRequest, Policy) -> HTTPResponse?) -> Make {
        around { application, request in
            answer(request, application.layer.policy) ?? application.answer(request)
        }
    }

    /// Says whether a request is a preflight.
    static func isPreflight(_ request: HTTPRequest) -> Bool {
        request.method == .options && request.headers.contains(.accessControlRequestMethod)
    }

    /// Refuses the trap, as the reference does.
    static func refuseTrap(_ policy: Policy) throws {
        if try PolicyMeaning.isTrap(policy) { throw PolicyRefusal("credentials for any origin are refused") }
    }
}
