import CORSVocabulary

extension Exchange {
    /// Response headers that scripts see, or do not see.
    static let exposureFaults: [Exchange] = [
        Exchange(
            "faulty/expose-missing", .single, .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/exposed-first-only", .twoExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
                "x_odd.name: corspec",
            ]),
        Exchange(
            "faulty/exposed-last-only", .twoExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: x_odd.name",
                "Vary: Origin",
                "x_odd.name: corspec",
            ]),
        Exchange(
            "faulty/exposed-not-on-head", .single, .fetch("https://app.example.com", method: .head),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/exposed-on-get-only", .single, .fetch("https://app.example.com", method: "PUT"),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/exposed-with-cookie-only", .single, .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/exposed-without-cookie-only", .single, .fetch("https://app.example.com", cookie: "a=1"),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/exposed-not-authorized", .single,
            .fetch("https://app.example.com", line: HeaderField("Authorization", "Bearer good")),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/exposed-to-first-origin", .list, .fetch("https://admin.example.org:8443"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://admin.example.org:8443",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/exposed-with-headers-only", .twoExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin",
                "x_odd.name: corspec",
            ]),
        Exchange(
            "faulty/exposed-with-semicolons", .twoExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total; x_odd.name;",
                "Vary: Origin",
                "x_odd.name: corspec",
            ]),
        Exchange(
            "faulty/exposed-as-array", .twoExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: [\"X-Total\", \"x_odd.name\"]",
                "Vary: Origin",
                "x_odd.name: corspec",
            ]),
        Exchange(
            "faulty/exposed-misspelt", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X_Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/exposed-cut-short", .twoExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total, x",
                "Vary: Origin",
                "x_odd.name: corspec",
            ]),
        Exchange(
            "faulty/exposes-safelist-only", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: Content-Length, Content-Type",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/exposes-wildcard-too", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total, *",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/exposes-fixed-names", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total, X-Corspec-Internal",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/exposes-request-headers", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total, X-Key, X-Trace",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/exposes-too-much-on-errors", .single, .fetch("https://app.example.com", "/failing"),
            answer: [
                "500",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: *, X-Corspec-Hidden",
                "Vary: Origin",
            ]),
    ]
}
