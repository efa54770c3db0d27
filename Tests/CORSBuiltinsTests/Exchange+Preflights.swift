import CORSVocabulary

extension Exchange {
    /// Preflights that are answered wrongly.
    static let preflightAnswers: [Exchange] = [
        Exchange(
            "faulty/preflight-bad-request", .single, .preflight("https://app.example.com"),
            answer: [
                "400",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/preflight-server-error", .single, .preflight("https://app.example.com"),
            answer: [
                "500",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/preflight-redirected-with-grant", .single, .preflight("https://app.example.com"),
            answer: [
                "308",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Location: /open/",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/preflight-without-origin-grant", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/preflight-needs-headers", .single, .preflight("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/preflight-needs-no-headers", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/preflight-of-safelisted-method-handled", .single,
            .preflight("https://app.example.com", method: "GET"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/preflight-handled", .single, .preflight("https://app.example.com"),
            answer: [
                "200",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/preflight-with-fetch-metadata-refused", .single, .crossSitePreflight,
            answer: ["403"]),
        Exchange(
            "faulty/preflight-for-language-refused", .single, .languagePreflight,
            answer: ["403"]),
        Exchange(
            "faulty/preflight-sets-cookie", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Set-Cookie: session=1; Path=/; SameSite=None; Secure",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/preflight-body-without-content", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Content-Length: 2",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
    ]
}
