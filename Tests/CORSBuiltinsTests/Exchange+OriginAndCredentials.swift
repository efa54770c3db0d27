import CORSVocabulary

extension Exchange {
    /// What is granted to whom.
    static let originFaults: [Exchange] = [
        Exchange(
            "faulty/reflects-any-origin", .single, .fetch("https://evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://evil.example",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/suffix-not-anchored", .single, .fetch("https://app.example.com.evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com.evil.example",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/prefix-not-anchored", .single, .fetch("https://evilapp.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://evilapp.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/substring-match", .single, .fetch("https://x-app.example.com.evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://x-app.example.com.evil.example",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/unescaped-dot", .single, .fetch("https://appxexample.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://appxexample.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/scheme-ignored", .single, .fetch("http://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: http://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/port-ignored", .single, .fetch("https://app.example.com:8443"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com:8443",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/null-granted", .single, .fetch("null"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: null",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/subdomains-granted", .single, .fetch("https://x.app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://x.app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/parent-granted", .single, .fetch("https://example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/localhost-twins", .list, .fetch("http://127.0.0.1:3000"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: http://127.0.0.1:3000",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/first-origin-only", .list, .fetch("https://admin.example.org:8443"),
            answer: ["200", "Vary: Origin"]),
        Exchange(
            "faulty/empty-list-means-any", .none, .fetch("https://evil.example"),
            answer: ["200", "Access-Control-Allow-Origin: https://evil.example", "Vary: Origin"]),
        Exchange(
            "faulty/slash-appended", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com/",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/regex-not-anchored", .regex, .fetch("https://app.example.com.evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com.evil.example",
                "Vary: Origin",
            ]),
    ]

    /// Credentials.
    static let credentialFaults: [Exchange] = [
        Exchange(
            "faulty/trap-reflected", .trap, .fetch("https://evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://evil.example",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/trap-wildcard", .trap, .fetch("https://evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: *",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/wildcard-for-list", .single, .fetch("https://evil.example"),
            answer: ["200", "Access-Control-Allow-Origin: *", "Vary: Origin"]),
        Exchange(
            "faulty/credentials-missing", .regex, .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/credentials-capital", .regex, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: True",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/credentials-always", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/credentials-with-cookie-only", .regex, .fetch("https://app.example.com"),
            answer: ["200", "Access-Control-Allow-Origin: https://app.example.com", "Vary: Origin"]),
        Exchange(
            "faulty/credentials-not-on-preflight", .regex, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/credentials-beside-wildcard", .any, .fetch("https://evil.example"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Expose-Headers: X-Total",
            ]),
    ]
}
