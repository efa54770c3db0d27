import CORSPolicy
import CORSVocabulary

/// Ways to change which methods and headers are granted, and how a grant is written.
extension Deviation {
    /// Says something about a preflight under a policy.
    typealias Test = @Sendable (HTTPRequest, Policy) -> Bool

    /// The reference, which refuses further preflights.
    static func refusing(_ isRefused: @escaping Test) -> Make {
        before { request, policy in
            isPreflight(request) && isRefused(request, policy) ? HTTPResponse(status: 403) : nil
        }
    }

    /// The reference, which grants further methods, and names the one asked for.
    static func grantingMethods(_ also: @escaping @Sendable (String, HTTPRequest, Policy) -> Bool) -> Make {
        around { application, request in
            let policy = application.layer.policy
            let method = askedMethod(request)
            guard isPreflight(request), policy.allowMethods != ["*"], !policy.allowMethods.contains(method),
                also(method, request, policy)
            else { return application.answer(request) }
            var asked = request
            // The reference lets GET pass whatever is listed.
            asked.headers.set(.accessControlRequestMethod, "GET")
            var response = application.answer(asked)
            if response.headers.contains(.accessControlAllowOrigin) {
                response.headers.set(.accessControlAllowMethods, FieldValue(method))
            }
            return response
        }
    }

    /// The reference, which grants further request headers, and names those asked for.
    static func grantingHeaders(_ also: @escaping @Sendable (String, HTTPRequest, Policy) -> Bool) -> Make {
        around { application, request in
            let policy = application.layer.policy
            let listed = Set(policy.allowHeaders.map { $0.lowercased() })
            let names = askedHeaders(request)
            let rest = names.filter { listed.contains($0) || !also($0, request, policy) }
            guard isPreflight(request), policy.allowHeaders != ["*"], rest.count < names.count else {
                return application.answer(request)
            }
            var asked = request
            asked.headers.set(.accessControlRequestHeaders, FieldValue(rest.joined(separator: ",")))
            var response = application.answer(asked)
            if response.headers.contains(.accessControlAllowOrigin) {
                response.headers.set(.accessControlAllowHeaders, FieldValue(names.joined(separator: ", ")))
            }
            return response
        }
    }

    /// The reference, which writes a field otherwise; nil leaves it out.
    static func writing(
        _ name: FieldName, _ change: @escaping @Sendable (String, HTTPRequest, Policy) -> String?
    ) -> Make {
        after { request, response, policy in
            guard let value = response.headers.first(name) else { return }
            if let text = change(value.text, request, policy) {
                response.headers.set(name, FieldValue(text))
            } else {
                response.headers.remove(name)
            }
        }
    }

    /// The reference, which writes a field under another name.
    static func naming(_ name: FieldName, _ other: FieldName) -> Make {
        after { _, response, _ in
            guard let value = response.headers.first(name) else { return }
            response.headers.remove(name)
            response.headers.append(other, value)
        }
    }

    /// The reference, which repeats a field on a line of its own.
    static func adding(
        _ name: FieldName, where isSuch: @escaping @Sendable (HTTPRequest, HTTPResponse) -> Bool = { _, _ in true },
        as change: @escaping @Sendable (String) -> String = { $0 }
    ) -> Make {
        after { request, response, _ in
            guard let value = response.headers.first(name), isSuch(request, response) else { return }
            response.headers.append(name, FieldValue(change(value.text)))
        }
    }

    /// The method that a preflight asks for.
    static func askedMethod(_ request: HTTPRequest) -> String {
        request.headers.first(.accessControlRequestMethod)?.text ?? ""
    }

    /// The names that a preflight asks for, as they stand between commas.
    static func askedHeaders(_ request: HTTPRequest) -> [String] {
        request.headers.first(.accessControlRequestHeaders)?.text.split(separator: ",").map(String.init) ?? []
    }

    /// Says whether a preflight asks for a method that needs no grant.
    static func isSafelisted(_ method: String) -> Bool { ["GET", "HEAD", "POST"].contains(method) }

    /// Says whether a request comes from the first listed origin.
    static func isFromFirst(_ request: HTTPRequest, _ policy: Policy) -> Bool {
        request.headers.first(.origin)?.text == policy.allowOrigins.first
    }

    /// Says whether a policy has more than one origin, all of them listed.
    static func hasSeveral(_ policy: Policy) -> Bool { policy.allowOrigins.count > 1 }
}
