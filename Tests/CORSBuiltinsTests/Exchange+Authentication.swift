import CORSVocabulary

extension Exchange {
    /// Authentication that comes before CORS.
    static let authenticationFaults: [Exchange] = [
        Exchange(
            "faulty/unauthorized-without-cors", .single, .fetch("https://app.example.com", "/protected"),
            answer: ["401"]),
        Exchange(
            "faulty/auth-asks-preflight-only", .single, .preflight("https://app.example.com", "/protected"),
            answer: ["401"]),
        Exchange(
            "faulty/proxy-asks-preflight", .single, .preflight("https://app.example.com", "/protected"),
            answer: ["407", "Proxy-Authenticate: Basic"]),
        Exchange(
            "faulty/bad-token-without-cors", .single,
            .fetch("https://app.example.com", "/protected", line: HeaderField("Authorization", "Bearer bad")),
            answer: ["401"]),
        Exchange(
            "faulty/expired-session-without-cors", .list,
            .fetch("https://app.example.com", "/protected", cookie: "session=expired"),
            answer: ["401"]),
        Exchange(
            "faulty/unauthorized-head-without-cors", .single,
            .fetch("https://app.example.com", "/protected", method: .head),
            answer: ["401"]),
        Exchange(
            "faulty/unauthorized-writes-without-cors", .single,
            .fetch("https://app.example.com", "/protected", method: "PUT"),
            answer: ["401"]),
        Exchange(
            "faulty/forbidden-without-cors", .single, .fetch("https://app.example.com", "/protected"),
            answer: ["403"]),
        Exchange(
            "faulty/login-redirect-without-cors", .single, .fetch("https://app.example.com", "/protected"),
            answer: ["302", "Location: /login"]),
        Exchange(
            "faulty/authorized-without-cors", .list,
            .fetch("https://app.example.com", "/protected", cookie: "session=good"),
            answer: ["200"]),
        Exchange(
            "faulty/unauthorized-without-credentials", .list, .fetch("https://app.example.com", "/protected"),
            answer: [
                "401",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/unauthorized-any-origin", .single, .fetch("https://evil.example", "/protected"),
            answer: ["401", "Access-Control-Allow-Origin: https://evil.example", "Vary: Origin"]),
        Exchange(
            "faulty/csrf-before-cors", .single, .fetch("https://app.example.com", method: .post),
            answer: ["403"]),
        Exchange(
            "faulty/writes-forbidden-before-cors", .single, .fetch("https://app.example.com", method: "PUT"),
            answer: ["403"]),
    ]
}
