import CORSVocabulary

extension Exchange {
    /// Methods that are granted or refused wrongly.
    static let methodFaults: [Exchange] = [
        Exchange(
            "faulty/method-case-ignored", .single, .preflight("https://app.example.com", method: "put"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: put",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-by-prefix", .single, .preflight("https://app.example.com", method: "PUTX"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: PUTX",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-by-suffix", .single, .preflight("https://app.example.com", method: "XPUT"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: XPUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-part-of-list", .single, .preflight("https://app.example.com", method: "PU"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: PU",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-signs-stripped", .odd, .preflight("https://app.example.com", method: "MSEARCH"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_api_key, Content-Type, Authorization, X-Trace",
                "Access-Control-Allow-Methods: MSEARCH",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 0",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-unchecked-with-headers", .single,
            .preflight("https://app.example.com", method: "DELETE", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: DELETE",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-unchecked-without-headers", .single, .preflight("https://app.example.com", method: "DELETE"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: DELETE",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-unchecked-for-later-origins", .list,
            .preflight("https://admin.example.org:8443", method: "DELETE"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: DELETE",
                "Access-Control-Allow-Origin: https://admin.example.org:8443",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-unchecked-for-last-origin", .list, .preflight("http://localhost:3000", method: "DELETE"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: DELETE",
                "Access-Control-Allow-Origin: http://localhost:3000",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/methods-as-wildcard", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: *",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/methods-upper-case", .odd, .preflight("https://app.example.com", method: "GET"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_api_key, Content-Type, Authorization, X-Trace",
                "Access-Control-Allow-Methods: GET, HEAD, OPTIONS, CHICKEN, PATCH, M-SEARCH",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 0",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/methods-missing", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/methods-only-with-headers", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/methods-not-with-headers", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/method-last-missing", .single, .preflight("https://app.example.com"),
            answer: ["403"]),
        Exchange(
            "faulty/method-last-not-named", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key, X-Trace",
                "Access-Control-Allow-Methods: GET",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/patch-forgotten", .odd, .preflight("https://app.example.com", method: "PATCH"),
            answer: ["403"]),
        Exchange(
            "faulty/method-with-signs-refused", .odd, .preflight("https://app.example.com", method: "M-SEARCH"),
            answer: ["403"]),
        Exchange(
            "faulty/method-in-lower-case-refused", .odd, .preflight("https://app.example.com", method: "chicken"),
            answer: ["403"]),
        Exchange(
            "faulty/safelisted-methods-refused", .single, .preflight("https://app.example.com", method: "GET"),
            answer: ["403"]),
        Exchange(
            "faulty/head-refused", .odd, .preflight("https://app.example.com", method: "HEAD"),
            answer: ["403"]),
        Exchange(
            "faulty/methods-of-first-origin", .list, .preflight("https://admin.example.org:8443"),
            answer: ["403"]),
        Exchange(
            "faulty/any-method-with-credentials", .anyWithCredentials, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: *",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/any-method-as-name", .any, .preflight("https://app.example.com"),
            answer: ["403"]),
        Exchange(
            "faulty/actual-writes-without-grant", .single, .fetch("https://app.example.com", method: .put),
            answer: [
                "200",
                "Access-Control-Expose-Headers: X-Total",
                "Vary: Origin",
            ]),
        Exchange(
            "faulty/options-swallowed", .single, .fetch("https://app.example.com", method: .options),
            answer: [
                "204"
            ]),
    ]
}
