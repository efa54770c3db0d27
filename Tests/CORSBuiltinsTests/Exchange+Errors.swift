import CORSVocabulary

extension Exchange {
    /// Errors that lose the grant, or grant too much.
    static let errorFaults: [Exchange] = [
        Exchange(
            "faulty/missing-without-cors", .single, .fetch("https://app.example.com", "/missing"),
            answer: ["404"]),
        Exchange(
            "faulty/failure-without-cors", .single, .fetch("https://app.example.com", "/failing"),
            answer: ["500"]),
        Exchange(
            "faulty/errors-wildcard", .single, .fetch("https://evil.example", "/missing"),
            answer: ["404", "Access-Control-Allow-Origin: *", "Vary: Origin"]),
        Exchange(
            "faulty/errors-any-origin", .single, .fetch("https://evil.example", "/failing"),
            answer: ["500", "Access-Control-Allow-Origin: https://evil.example", "Vary: Origin"]),
        Exchange(
            "faulty/errors-without-credentials", .list, .fetch("https://app.example.com", "/failing"),
            answer: [
                "500",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/errors-granted-twice", .single, .fetch("https://app.example.com", "/failing"),
            answer: [
                "500",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/errors-first-origin", .list, .fetch("https://admin.example.org:8443", "/missing"),
            answer: [
                "404",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/errors-without-exposure", .single, .fetch("https://app.example.com", "/failing"),
            answer: ["500", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/error-head-without-cors", .single, .fetch("https://app.example.com", "/missing", method: .head),
            answer: ["404"]),
        Exchange(
            "faulty/method-not-allowed-without-cors", .single,
            .fetch("https://app.example.com", "/missing", method: .post),
            answer: ["405", "Allow: GET, HEAD"]),
        Exchange(
            "faulty/failing-preflight", .single, .preflight("https://app.example.com", "/failing"),
            answer: ["500"]),
        Exchange(
            "faulty/errors-redirected", .single, .fetch("https://app.example.com", "/failing"),
            answer: ["302", "Location: /error"]),
        Exchange(
            "faulty/not-modified-without-cors", .single,
            .fetch("https://app.example.com", line: HeaderField("If-None-Match", "*")),
            answer: ["304", "ETag: *"]),
        Exchange(
            "faulty/not-modified-any-origin", .single,
            .fetch("https://evil.example", line: HeaderField("If-None-Match", "*")),
            answer: ["304", "Access-Control-Allow-Origin: https://evil.example", "Vary: Origin"]),
        Exchange(
            "faulty/not-modified-of-another", .list, .fetch("https://admin.example.org:8443"),
            .fetch("https://app.example.com", line: HeaderField("If-None-Match", "*")),
            answer: [
                "304",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://admin.example.org:8443",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
    ]
}
