import CORSVocabulary

extension Exchange {
    /// Answers that caches give to the wrong origin.
    static let varyFaults: [Exchange] = [
        Exchange(
            "faulty/vary-missing-on-head", .single, .fetch("https://app.example.com", method: .head),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "faulty/vary-missing-on-errors", .single, .fetch("https://app.example.com", "/missing"),
            answer: [
                "404",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "faulty/vary-missing-without-origin", .single, .fetch(nil),
            answer: ["200"]),
        Exchange(
            "faulty/vary-missing-when-refused", .single, .fetch("https://evil.example"),
            answer: ["200"]),
        Exchange(
            "faulty/vary-missing-with-cookie", .list, .fetch("https://app.example.com", cookie: "a=1"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Cookie",
            ]),
        Exchange(
            "faulty/vary-missing-for-listed-first", .list, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "faulty/vary-overwritten", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Accept-Encoding",
            ]),
        Exchange(
            "faulty/vary-misspelt", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origins",
            ]),
        Exchange(
            "faulty/vary-quoted", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: \"Origin\"",
            ]),
        Exchange(
            "faulty/vary-with-semicolon", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Accept-Encoding; Origin",
            ]),
        Exchange(
            "faulty/vary-by-grant", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Access-Control-Allow-Origin",
            ]),
        Exchange(
            "faulty/vary-on-preflight-only", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "faulty/vary-first-answer-only", .single, .fetch("https://app.example.com"),
            .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "faulty/vary-missing-cdn", .single, .fetch(nil),
            answer: ["200", "Cache-Control: s-maxage=300"]),
        Exchange(
            "faulty/private-without-vary", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Cache-Control: private, max-age=60",
            ]),
        Exchange(
            "faulty/wildcard-only-with-origin", .any, .fetch(nil),
            answer: ["200"]),
        Exchange(
            "faulty/echo-without-vary", .any, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "faulty/echo-with-cookie", .any, .fetch("https://app.example.com", cookie: "a=1"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
            ]),
        Exchange(
            "faulty/cache-in-front", .list, .fetch("https://app.example.com"), .fetch("https://admin.example.org:8443"),
            answer: [
                "200",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Age: 7",
                "Vary: Origin",
            ]),
    ]
}
