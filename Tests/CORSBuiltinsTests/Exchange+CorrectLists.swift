import CORSVocabulary

extension Exchange {
    /// Lists that are written otherwise, and rightly.
    static let correctLists: [Exchange] = [
        Exchange(
            "correct/refused-item-alone-missing", .single, .preflight("https://app.example.com", headers: "a-evil"),
            answer: [
                "200",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/refused-item-bad-request", .single, .preflight("https://app.example.com", headers: "a-evil"),
            answer: [
                "400",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/empty-content-announced", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Content-Length: 0",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/lists-reversed", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Trace, X-Key",
                "Access-Control-Allow-Methods: PUT, GET",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/methods-only-where-needed", .single, .preflight("https://app.example.com", method: "GET"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/headers-lower-case", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key, x-trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/lists-more", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: Accept, Accept-Language, Content-Language, Origin, X-Key, X-Trace",
                "Access-Control-Allow-Methods: HEAD, POST, OPTIONS, GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/headers-only-where-asked", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/strict-asks", .single, .preflight("https://app.example.com", headers: "x-trace,x-key"),
            answer: ["403"]),
        Exchange(
            "correct/zero-max-age-as-minus-one", .odd, .preflight("https://app.example.com", method: "GET"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_api_key, Content-Type, Authorization, X-Trace",
                "Access-Control-Allow-Methods: GET, HEAD, OPTIONS, chicken, PATCH, M-SEARCH",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: -1",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/zero-max-age-absent", .odd, .preflight("https://app.example.com", method: "GET"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_api_key, Content-Type, Authorization, X-Trace",
                "Access-Control-Allow-Methods: GET, HEAD, OPTIONS, chicken, PATCH, M-SEARCH",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/unstated-max-age-sent", .anyWithCredentials, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 1800",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/lists-without-spaces", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key,X-Trace",
                "Access-Control-Allow-Methods: GET,PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "correct/lists-doubled", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace, X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT, GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
    ]
}
