import CORSVocabulary

extension Exchange {
    /// What answers before CORS does, or twice.
    static let orderFaults: [Exchange] = [
        Exchange(
            "faulty/no-cors-layer", .single, .fetch("https://app.example.com"),
            answer: ["200"]),
        Exchange(
            "faulty/auth-before-cors", .single, .preflight("https://app.example.com", "/protected"),
            answer: ["401"]),
        Exchange(
            "faulty/auth-forbids-preflight", .single, .preflight("https://app.example.com", "/protected"),
            answer: ["403"]),
        Exchange(
            "faulty/router-not-found", .single, .preflight("https://app.example.com"),
            answer: ["404"]),
        Exchange(
            "faulty/router-method-not-allowed", .single, .preflight("https://app.example.com"),
            answer: ["405", "Allow: GET, POST"]),
        Exchange(
            "faulty/redirect-before-cors", .single, .preflight("https://app.example.com"),
            answer: ["308", "Location: /open/"]),
        Exchange(
            "faulty/granted-twice", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/errors-without-cors", .single, .fetch("https://app.example.com", "/missing"),
            answer: ["404"]),
        Exchange(
            "faulty/head-without-cors", .single, .fetch("https://app.example.com", method: .head),
            answer: ["200"]),
        Exchange(
            "faulty/same-origin-post-blocked", .single, .fetch("https://api.example.net", method: .post),
            answer: ["403"]),
    ]

    /// Caches and state.
    static let cacheFaults: [Exchange] = [
        Exchange(
            "faulty/vary-missing", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "faulty/vary-only-when-granted", .single, .fetch(nil),
            answer: ["200"]),
        Exchange(
            "faulty/vary-missing-shared-cache", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Cache-Control: public, max-age=60",
            ]),
        Exchange(
            "faulty/state-leak", .single, .fetch("null"), .fetch("https://evil.example"),
            answer: ["200", "Access-Control-Allow-Origin: null", "Vary: Origin"]),
        Exchange(
            "faulty/response-memo", .list, .fetch("https://app.example.com"), .fetch("https://admin.example.org:8443"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
    ]
}
