import CORSVocabulary

extension Exchange {
    /// Preflights.
    static let correctPreflights: [Exchange] = [
        Exchange(
            "correct/preflight-ok-with-body", .regex, .preflight("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Content-Length: 2",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/refused-with-ok", .single, .preflight("https://evil.example"),
            answer: ["200", "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers"]),
        Exchange(
            "correct/refused-with-lists", .single, .preflight("https://evil.example"),
            answer: [
                "403",
                "Access-Control-Allow-Methods: GET, PUT",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/wildcard-lists", .any, .preflight("https://evil.example", headers: "authorization"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: *, Authorization",
                "Access-Control-Allow-Methods: *",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/lists-over-lines", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key",
                "Access-Control-Allow-Headers: X-Trace",
                "Access-Control-Allow-Methods: GET",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/odd-spacing", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: ,X-KEY\t,\t X-TRACE ,",
                "Access-Control-Allow-Methods: ,GET\t,\t PUT ,",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/safelisted-not-listed", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/smaller-max-age", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 300",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/granted-echoed", .single, .preflight("https://app.example.com", headers: "x-trace"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-trace",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/safelisted-refused", .single, .preflight("https://app.example.com", method: "POST"),
            answer: ["403"]),
        Exchange(
            "correct/options-answered", .single, .fetch("https://app.example.com", method: .options),
            answer: [
                "204",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Allow: GET",
                "Vary: Origin",
            ]),
    ]

    /// Actual answers, caches and refused policies.
    static let correctAnswers: [Exchange] = [
        Exchange(
            "correct/refused-forbidden", .single, .fetch("https://evil.example"),
            answer: ["403", "Vary: Origin"]),
        Exchange(
            "correct/static-origin", .single, .fetch("https://evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "correct/any-origin-echoed", .any, .fetch("https://evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://evil.example",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/expose-everywhere", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/other-headers", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Allow: GET, HEAD, OPTIONS",
                "Cross-Origin-Resource-Policy: cross-origin",
                "Server: corspec",
                "Timing-Allow-Origin: *",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/no-vary-on-preflight", .regex, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
            ]),
        Exchange(
            "correct/vary-many", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: accept-encoding",
                "Vary: cookie,origin",
            ]),
        Exchange(
            "correct/trap-without-credentials", .trap, .fetch("https://evil.example"),
            answer: ["200", "Access-Control-Allow-Origin: *"]),
        Exchange(
            "correct/refuses-empty-list", .none, .fetch("https://evil.example"),
            answer: ["refused"]),
    ]
}
