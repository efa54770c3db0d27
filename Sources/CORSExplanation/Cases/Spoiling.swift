import CORSVocabulary

/// A way to make a wrong answer of a right one.
struct Spoiling: Sendable {
    /// What the wrong answer does, after "An answer that".
    var text: String
    /// Makes the wrong answer; the request may be what it depends on.
    var spoil: @Sendable (HTTPResponse, HTTPRequest) -> HTTPResponse

    /// Makes a way.
    init(_ text: String, _ spoil: @escaping @Sendable (inout HTTPResponse, HTTPRequest) -> Void) {
        self.text = text
        self.spoil = { response, request in
            var spoiled = response
            spoil(&spoiled, request)
            return spoiled
        }
    }

    /// Says whether a request is a preflight.
    static func isPreflight(_ request: HTTPRequest) -> Bool {
        request.method == .options && request.headers.contains(.accessControlRequestMethod)
    }
}

// MARK: - Grants

extension Spoiling {
    static let withoutGrant = Spoiling("lacks the grant") { response, _ in
        response.headers.remove(.accessControlAllowOrigin)
    }
    static let unauthorized = Spoiling("asks for credentials before CORS") { response, _ in
        response.status = 401
        response.headers = ["WWW-Authenticate": "Bearer"]
    }
    static let wildcard = Spoiling("grants * where the fetch has credentials") { response, _ in
        response.headers.set(.accessControlAllowOrigin, "*")
    }
    static let withoutMethods = Spoiling("does not list the method") { response, request in
        if isPreflight(request) { response.headers.set(.accessControlAllowMethods, "GET") }
    }
    static let withoutHeaders = Spoiling("does not list the request header") { response, request in
        if isPreflight(request) { response.headers.set(.accessControlAllowHeaders, "X-Corspec-Other") }
    }
    static let reflecting = Spoiling("grants whatever is asked for") { response, request in
        guard let origin = request.headers.first(.origin) else { return }
        response.headers.set(.accessControlAllowOrigin, origin)
        response.headers.set(.accessControlAllowCredentials, "true")
        guard isPreflight(request) else { return }
        response.status = 204
        let method = request.headers.first(.accessControlRequestMethod) ?? "GET"
        response.headers.set(.accessControlAllowMethods, method)
        if let names = request.headers.first(.accessControlRequestHeaders) {
            response.headers.set(.accessControlAllowHeaders, names)
        }
    }
}

// MARK: - The rest

extension Spoiling {
    static let withoutExposure = Spoiling("lacks Access-Control-Expose-Headers") { response, _ in
        response.headers.remove(.accessControlExposeHeaders)
    }
    static let withoutVary = Spoiling("depends on the origin and does not say so") { response, _ in
        response.headers.remove(.vary)
    }
    static let withMaxAgeUnit = Spoiling("writes a unit into Access-Control-Max-Age") { response, request in
        if isPreflight(request) { response.headers.set(.accessControlMaxAge, "10m") }
    }
    static let withLaxCookie = Spoiling("sets a cookie for its own site alone") { response, request in
        if !isPreflight(request) { response.headers.append("Set-Cookie", "session=corspec; SameSite=Lax") }
    }
    static let misspelt = Spoiling("misspells a header's name") { response, _ in
        response.headers.append("Access-Control-Allow-Origins", "https://app.example.com")
    }
    static let failing = Spoiling("is a server error where there is an Origin") { response, request in
        if request.headers.contains(.origin) { response.status = 500 }
    }
    static let forbidding = Spoiling("forbids the request for its Origin") { response, request in
        if request.headers.contains(.origin) { response.status = 403 }
    }

    /// Exposes a header.
    static func exposing(_ name: String) -> Spoiling {
        Spoiling("exposes \(name)") { response, _ in
            response.headers.append(.accessControlExposeHeaders, FieldValue(name))
        }
    }

    /// Grants an origin that did not ask.
    static func granting(_ origin: String) -> Spoiling {
        Spoiling("grants \(origin), whoever asks") { response, _ in
            response.headers.set(.accessControlAllowOrigin, FieldValue(origin))
        }
    }
}
