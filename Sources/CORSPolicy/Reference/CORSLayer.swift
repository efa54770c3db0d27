package import CORSVocabulary

/// The CORS layer of the reference: what it adds to an application's answers, worked out once for a policy.
package struct CORSLayer: Sendable {
    /// The policy.
    package let policy: Policy
    /// Which origins are granted.
    private let rule: GrantRule
    /// Says of further origins whether they are granted; nil for none.
    private let alsoGrants: (@Sendable (Origin) -> Bool)?
    /// Whether every origin gets the same `*`.
    private let isConstant: Bool
    private let allowMethods: FieldValue?
    private let methods: Set<FieldValue>
    private let allowHeaders: FieldValue?
    private let headers: Set<FieldName>
    private let exposeHeaders: FieldValue?
    private let maxAge: FieldValue?

    private static let wildcard: FieldValue = "*"
    private static let isTrue: FieldValue = "true"
    private static let preflightVary: FieldValue =
        "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"

    /// Works out a policy.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - alsoGrants: Says of origins that the policy refuses whether they are granted all the same.
    /// - Throws: `PolicyRefusal` if the pattern cannot be used.
    package init(_ policy: Policy, alsoGrants: (@Sendable (Origin) -> Bool)? = nil) throws(PolicyRefusal) {
        self.policy = policy
        self.alsoGrants = alsoGrants
        do {
            rule = try GrantRule(policy)
        } catch {
            throw PolicyRefusal("allow_origin_regex: \(error)")
        }
        isConstant = rule.isWildcard && !policy.allowCredentials
        let anyMethod = policy.allowMethods == ["*"]
        allowMethods = anyMethod ? nil : FieldValue(policy.allowMethods.joined(separator: ", "))
        methods = Set(policy.allowMethods.map { FieldValue($0) })
        let anyHeader = policy.allowHeaders == ["*"]
        allowHeaders =
            anyHeader || policy.allowHeaders.isEmpty ? nil : FieldValue(policy.allowHeaders.joined(separator: ", "))
        headers = Set(policy.allowHeaders.compactMap { FieldName($0) })
        let exposed = SampleApplication.exposedNames(policy).map(\.text)
        let isExposedWhole = policy.exposeHeaders == ["*"] && !policy.allowCredentials
        exposeHeaders = isExposedWhole ? "*" : exposed.isEmpty ? nil : FieldValue(exposed.joined(separator: ", "))
        maxAge = policy.maxAge.map { FieldValue(String($0)) }
    }

    /// Says whether a request is a preflight: OPTIONS with an origin and a requested method.
    package func isPreflight(_ request: HTTPRequest) -> Bool {
        request.method == .options && request.headers.contains(.origin)
            && request.headers.contains(.accessControlRequestMethod)
    }

    /// Returns the origin that a request is granted for, or nil if it has none, several, or one that is refused.
    package func grantedOrigin(_ request: HTTPRequest) -> FieldValue? {
        var sent: FieldValue?
        for field in request.headers.fields where field.name == .origin {
            if sent != nil { return nil }
            sent = field.value
        }
        guard let sent else { return nil }
        let origin = Origin(bytes: sent.bytes)
        return (try? rule.matches(origin)) == true || alsoGrants?(origin) == true ? sent : nil
    }

    /// Answers a preflight: 204 with what is granted, or 403 without.
    package func preflightResponse(to request: HTTPRequest) -> HTTPResponse {
        guard let origin = grantedOrigin(request), let method = request.headers.first(.accessControlRequestMethod),
            allowMethods == nil || methods.contains(method) || isSafelisted(method),
            let names = grantedHeaders(request)
        else { return HTTPResponse(status: 403, headers: [.vary: Self.preflightVary]) }
        var response = HTTPResponse(status: 204)
        response.headers.fields.reserveCapacity(6)
        grant(origin, to: &response.headers)
        response.headers.append(.accessControlAllowMethods, allowMethods ?? method)
        if let names { response.headers.append(.accessControlAllowHeaders, names) }
        if let maxAge { response.headers.append(.accessControlMaxAge, maxAge) }
        response.headers.append(.vary, Self.preflightVary)
        return response
    }

    /// Adds the grant to an application's answer.
    package func decorate(_ response: HTTPResponse, to request: HTTPRequest) -> HTTPResponse {
        var decorated = response
        if isConstant {
            decorated.headers.append(.accessControlAllowOrigin, Self.wildcard)
        } else {
            decorated.headers.append(.vary, "Origin")
            guard let origin = grantedOrigin(request) else { return decorated }
            grant(origin, to: &decorated.headers)
        }
        if let exposeHeaders { decorated.headers.append(.accessControlExposeHeaders, exposeHeaders) }
        return decorated
    }

    private func grant(_ origin: FieldValue, to headers: inout HeaderList) {
        headers.append(.accessControlAllowOrigin, isConstant ? Self.wildcard : origin)
        if policy.allowCredentials { headers.append(.accessControlAllowCredentials, Self.isTrue) }
    }

    private func isSafelisted(_ method: FieldValue) -> Bool {
        method == "GET" || method == "HEAD" || method == "POST"
    }

    /// Returns the value that grants the headers asked for, nil within if no line is due; nil if one is refused.
    private func grantedHeaders(_ request: HTTPRequest) -> FieldValue?? {
        let asked = request.headers.values(.accessControlRequestHeaders)
        if policy.allowHeaders == ["*"] { return .some(asked.first) }
        for value in asked {
            for element in value.bytes.split(separator: UInt8(ascii: ",")) {
                let name = element.filter { $0 != 0x20 && $0 != 0x09 }
                guard headers.contains(FieldName(unchecked: name)) else { return nil }
            }
        }
        return .some(allowHeaders)
    }
}
