import CORSVocabulary

extension Exchange {
    /// Correct variants of exposure, caches, state and errors.
    static let correctDifferences: [Exchange] = [
        Exchange(
            "correct/vary-star", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: *",
            ]),
        Exchange(
            "correct/vary-beside-wildcard", .any, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/no-store-without-vary", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Cache-Control: private, no-store",
            ]),
        Exchange(
            "correct/refused-forbidden-without-vary", .single, .fetch("https://evil.example"),
            answer: ["403"]),
        Exchange(
            "correct/grant-without-origin", .any, .fetch(nil),
            answer: [
                "200",
                "Access-Control-Allow-Methods: GET",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Expose-Headers: X-Total",
                "Access-Control-Max-Age: 60",
            ]),
        Exchange(
            "correct/conditional", .single, .fetch("https://app.example.com", line: HeaderField("If-None-Match", "*")),
            answer: [
                "304",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "ETag: \"1\"",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/kept-by-origin", .single, .fetch("https://app.example.com"), .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Age: 7",
                "Vary: Origin",
                "X-Cache: HIT",
            ]),
        Exchange(
            "correct/expose-over-lines", .twoExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Access-Control-Expose-Headers: x_odd.name",
                "Vary: Origin",
                "x_odd.name: corspec",
            ]),
        Exchange(
            "correct/expose-odd-spacing", .twoExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: x-total\t,,  x_odd.name\t,,  x-total ,",
                "Vary: Origin",
                "x_odd.name: corspec",
            ]),
        Exchange(
            "correct/expose-safelisted-too", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: Content-Type, Cache-Control, X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/expose-to-refused", .single, .fetch("https://evil.example"),
            answer: ["200", "Access-Control-Expose-Headers: X-Total", "Vary: Origin"]),
        Exchange(
            "correct/expose-names-for-wildcard", .allExposed, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Expose-Headers: Content-Type, X-Corspec-Hidden, X-Corspec-One, X-Corspec-Two, Access-Control-Allow-Origin, Access-Control-Expose-Headers",
                "X-Corspec-One: corspec",
                "X-Corspec-Two: corspec",
            ]),
        Exchange(
            "correct/set-cookie-named", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total, Set-Cookie",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/request-numbers", .single, .fetch("https://app.example.com"), .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
                "X-Request-Number: 2",
            ]),
        Exchange(
            "correct/two-servers", .single, .fetch("https://app.example.com"), .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Accept-Encoding",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/forbidden-granted", .single, .fetch("https://app.example.com", "/protected"),
            answer: [
                "403",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/errors-not-kept", .single, .fetch("https://app.example.com", "/missing"),
            answer: [
                "404",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Cache-Control: no-store",
            ]),
        Exchange(
            "correct/lists-on-actual", .single, .fetch("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Access-Control-Max-Age: 600",
                "Vary: Origin",
            ]),
        Exchange(
            "correct/no-head-route", .single, .fetch("https://app.example.com", "/missing", method: .head),
            answer: [
                "405",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
    ]
}
