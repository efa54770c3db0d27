import CORSVocabulary

extension Exchange {
    /// Preflights that are remembered wrongly.
    static let maxAgeFaults: [Exchange] = [
        Exchange(
            "faulty/max-age-nanoseconds", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600000000000",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-fraction", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600.0",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-negative", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: -1",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-with-sign", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: +600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-quoted", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: \"600\"",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-empty", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: ",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-optional", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: Optional(600)",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-as-directive", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: max-age=600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-joined", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600, 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-with-semicolon", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600;",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-constant", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 86400",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-zero-as-default", .odd, .preflight("https://app.example.com", method: "GET"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_api_key, Content-Type, Authorization, X-Trace",
                "Access-Control-Allow-Methods: GET, HEAD, OPTIONS, chicken, PATCH, M-SEARCH",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 86400",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-twice", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-missing", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-on-actual", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-only-with-headers", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-not-with-headers", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/max-age-of-first-origin", .list, .preflight("https://admin.example.org:8443"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://admin.example.org:8443",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
    ]
}
