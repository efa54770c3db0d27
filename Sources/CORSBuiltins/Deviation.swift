import CORSPolicy
import CORSVocabulary
import Synchronization

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

    /// The reference with something around it that remembers what went before.
    ///
    /// Each application has a memory of its own; requests that come at once are answered one after the other.
    static func remembering<State: Sendable>(
        _ blank: State,
        _ answer: @escaping @Sendable (inout State, ReferenceApplication, HTTPRequest) -> HTTPResponse
    ) -> Make {
        { policy in
            try refuseTrap(policy)
            let application = try ReferenceApplication(for: policy)
            let memory = Memory(blank)
            return { request in memory.state.withLock { answer(&$0, application, request) } }
        }
    }

    /// The reference, which answers a preflight as it did an earlier one with the same key.
    static func rememberingPreflights(_ key: @escaping @Sendable (HTTPRequest) -> String) -> Make {
        remembering([String: HTTPResponse]()) { known, application, request in
            guard isPreflight(request) else { return application.answer(request) }
            let key = key(request)
            let response = known[key] ?? application.answer(request)
            known[key] = response
            return response
        }
    }

    /// The reference without Vary in some answers.
    static func withoutVary(_ isMissing: @escaping @Sendable (HTTPRequest, HTTPResponse) -> Bool) -> Make {
        after { request, response, _ in
            if isMissing(request, response) { response.headers.remove(.vary) }
        }
    }

    /// The reference with another Vary in its actual answers; nil for its own.
    static func vary(_ value: @escaping @Sendable (HTTPRequest) -> FieldValue?) -> Make {
        after { request, response, _ in
            guard !isPreflight(request), response.headers.contains(.vary), let value = value(request) else { return }
            response.headers.set(.vary, value)
        }
    }

    /// The reference with another list of exposed headers, made of the policy's; nil for none.
    static func exposing(_ list: @escaping @Sendable (HTTPRequest, [String]) -> String?) -> Make {
        after { request, response, policy in
            guard policy.exposeHeaders != ["*"], response.headers.contains(.accessControlExposeHeaders) else { return }
            response.headers.remove(.accessControlExposeHeaders)
            if let list = list(request, policy.exposeHeaders) {
                response.headers.append(.accessControlExposeHeaders, FieldValue(list))
            }
        }
    }

    /// What an application remembers.
    private final class Memory<State: Sendable>: Sendable {
        let state: Mutex<State>

        init(_ blank: State) { state = Mutex(blank) }
    }

    /// The reference whose answers to actual requests are made outside the CORS layer, for some of the application's.
    static func outsideCORS(
        _ isOutside: @escaping @Sendable (HTTPRequest, _ plain: HTTPResponse) -> Bool
    ) -> Make {
        around { application, request in
            guard !isPreflight(request) else { return application.answer(request) }
            let plain = application.application.respond(to: request)
            return isOutside(request, plain) ? plain : application.answer(request)
        }
    }

    /// The reference that forbids some actual requests, outside the CORS layer.
    static func forbidding(_ isForbidden: @escaping @Sendable (HTTPRequest) -> Bool) -> Make {
        before { request, _ in !isPreflight(request) && isForbidden(request) ? HTTPResponse(status: 403) : nil }
    }

    /// Takes every CORS header, and Vary, off an answer.
    static func strip(_ response: inout HTTPResponse) {
        let names = Set(response.headers.fields.map(\.name)).filter { $0.lowercased.hasPrefix("access-control-") }
        for name in names { response.headers.remove(name) }
        response.headers.remove(.vary)
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

extension ReferenceApplication {
    /// Answers a preflight as if it asked for another method, and lists a further one.
    func answer(_ request: HTTPRequest, asking other: FieldValue, granting method: FieldValue) -> HTTPResponse {
        var asked = request
        asked.headers.set(.accessControlRequestMethod, other)
        var response = answer(asked)
        if response.headers.contains(.accessControlAllowOrigin) {
            response.headers.append(.accessControlAllowMethods, method)
        }
        return response
    }
}
