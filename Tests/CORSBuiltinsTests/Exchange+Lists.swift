import CORSVocabulary

extension Exchange {
    /// Preflights.
    static let preflightFaults: [Exchange] = [
        Exchange(
            "faulty/preflight-any-origin", .regex, .preflight("https://evil.example"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://evil.example",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/actual-any-origin", .single, .fetch("https://evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://evil.example",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/method-reflected", .single, .preflight("https://app.example.com", method: "DELETE"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: DELETE",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/methods-lower-case", .regex, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: get, put",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/methods-as-array", .regex, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: [\"GET\", \"PUT\"]",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/methods-safelisted-only", .regex, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: GET, HEAD, POST",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-with-unit", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600s",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-milliseconds", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600000",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-misnamed", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Max-Age: 600",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/refusal-server-error", .single, .preflight("https://evil.example"),
            answer: ["500", "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers"]),
    ]

    /// Request headers and exposed headers.
    static let headerFaults: [Exchange] = [
        Exchange(
            "faulty/headers-reflected", .single, .preflight("https://app.example.com", headers: "x-evil"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-evil",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-missing", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-first-only", .single, .preflight("https://app.example.com", headers: "x-key,x-trace"),
            answer: ["403", "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers"]),
        Exchange(
            "faulty/headers-case-sensitive", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: ["403"]),
        Exchange(
            "faulty/headers-with-semicolons", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key; X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/exposed-on-preflight-only", .single, .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/exposed-as-wildcard", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: *",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/exposes-too-much", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: Content-Type, X-Corspec-Hidden, X-Total, Vary, Access-Control-Allow-Origin, Access-Control-Expose-Headers",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/expose-misnamed", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Header: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/cookie-without-samesite", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Set-Cookie: session=1; Path=/; HttpOnly",
                "Vary: Origin",
            ]),
    ]
}
