import CORSVocabulary

extension Exchange {
    /// Answers that depend on what was asked before.
    static let stateFaults: [Exchange] = [
        Exchange(
            "faulty/first-origin-kept", .list, .fetch("https://app.example.com"),
            .fetch("https://admin.example.org:8443"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/preflight-memo", .list, .preflight("https://app.example.com"),
            .preflight("https://admin.example.org:8443"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/preflight-memo-by-origin", .any, .preflight("https://app.example.com"),
            .preflight("https://app.example.com", method: "DELETE"),
            answer: [
                "204",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/preflight-memo-by-method", .any, .preflight("https://app.example.com", headers: "x-key"),
            .preflight("https://app.example.com", headers: "x-trace"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/last-answer-kept", .list, .fetch("https://app.example.com"),
            .fetch("https://admin.example.org:8443"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/credentials-after-cookie", .list, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/origin-learned", .single, .fetch("https://evil.example"), .fetch("https://evil.example"),
            answer: ["200", "Access-Control-Allow-Origin: https://evil.example", "Vary: Origin"]),
        Exchange(
            "faulty/method-learned", .single, .preflight("https://app.example.com", method: "DELETE"),
            .preflight("https://app.example.com", method: "DELETE"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: DELETE",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-learned", .single, .preflight("https://app.example.com", headers: "x-odd"),
            .preflight("https://app.example.com", headers: "x-odd"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-odd",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-of-preflight-before", .single, .preflight("https://app.example.com", headers: "x-key"),
            .preflight("https://app.example.com", headers: "x-trace"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/grant-after-preflight", .single, .fetch("https://app.example.com"),
            answer: ["200", "Vary: Origin"]),
        Exchange(
            "faulty/granted-once", .single, .fetch("https://app.example.com"), .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Expose-Headers: X-Total", "Vary: Origin"]),
        Exchange(
            "faulty/late-start", .single, .fetch("https://app.example.com"),
            answer: ["200"]),
        Exchange(
            "faulty/one-in-ten-without-grant", .single, times: 10, .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Expose-Headers: X-Total", "Vary: Origin"]),
        Exchange(
            "faulty/one-in-ten-any-origin", .single, times: 10, .fetch("https://evil.example"),
            answer: ["200", "Access-Control-Allow-Origin: https://evil.example", "Vary: Origin"]),
        Exchange(
            "faulty/worn-out", .single, times: 17, .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Expose-Headers: X-Total", "Vary: Origin"]),
        Exchange(
            "faulty/old-server-beside", .single, .fetch("https://app.example.com"), .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Expose-Headers: X-Total", "Vary: Origin"]),
        Exchange(
            "faulty/rate-limit-without-cors", .single, times: 12, .fetch("https://app.example.com"),
            answer: ["429", "Retry-After: 1"]),
        Exchange(
            "faulty/refusal-sticks", .single, .fetch("https://evil.example"), .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Expose-Headers: X-Total", "Vary: Origin"]),
        Exchange(
            "faulty/error-sticks", .single, .fetch("https://app.example.com", "/failing"),
            .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Expose-Headers: X-Total", "Vary: Origin"]),
        Exchange(
            "faulty/exposed-once", .single, .fetch("https://app.example.com"), .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
    ]
}
