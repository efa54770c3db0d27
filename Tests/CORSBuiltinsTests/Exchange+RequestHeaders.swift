import CORSVocabulary

extension Exchange {
    /// Request headers that are granted or refused wrongly.
    static let requestHeaderFaults: [Exchange] = [
        Exchange(
            "faulty/headers-as-wildcard", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-first-checked", .single, .preflight("https://app.example.com", headers: "x-key,z-evil"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key, z-evil",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-last-checked", .single, .preflight("https://app.example.com", headers: "a-evil,x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: a-evil, x-key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-any-of", .single, .preflight("https://app.example.com", headers: "a-evil,x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: a-evil, x-key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-unchecked-with-unsafe-method", .single,
            .preflight("https://app.example.com", headers: "a-evil"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: a-evil",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-unchecked-with-safe-method", .single,
            .preflight("https://app.example.com", method: "GET", headers: "a-evil"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: a-evil",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-unchecked-for-last-origin", .list, .preflight("http://localhost:3000", headers: "a-evil"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Headers: a-evil",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: http://localhost:3000",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-by-prefix", .single, .preflight("https://app.example.com", headers: "x-key-evil"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key-evil",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-by-suffix", .single, .preflight("https://app.example.com", headers: "evil-x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: evil-x-key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-part-of-list", .single, .preflight("https://app.example.com", headers: "x"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-begins-listed", .single, .preflight("https://app.example.com", headers: "x"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-underscore-is-dash", .single, .preflight("https://app.example.com", headers: "x_key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-signs-stripped", .single, .preflight("https://app.example.com", headers: "x_key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-by-first-word", .single, .preflight("https://app.example.com", headers: "x-key-evil"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key-evil",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/x-headers-granted", .single, .preflight("https://app.example.com", headers: "x-key-evil"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key-evil",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/authorization-granted", .single, .preflight("https://app.example.com", headers: "authorization"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: authorization",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-last-missing", .single, .preflight("https://app.example.com", headers: "x-trace"),
            answer: ["403"]),
        Exchange(
            "faulty/headers-split-at-comma-and-space", .single,
            .preflight("https://app.example.com", headers: "x-key,x-trace"),
            answer: ["403"]),
        Exchange(
            "faulty/headers-compared-as-text", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: ["403"]),
        Exchange(
            "faulty/headers-in-list-order", .single, .preflight("https://app.example.com", headers: "x-trace,x-key"),
            answer: ["403"]),
        Exchange(
            "faulty/headers-at-most-three", .odd,
            .preflight("https://app.example.com", headers: "authorization,content-type,x-trace,x_api_key"),
            answer: ["403"]),
        Exchange(
            "faulty/headers-at-most-ten", .any,
            .preflight("https://app.example.com", headers: "x-a,x-b,x-c,x-d,x-e,x-f,x-g,x-h,x-i,x-j,x-k"),
            answer: ["403"]),
        Exchange(
            "faulty/header-with-signs-refused", .odd, .preflight("https://app.example.com", headers: "x_api_key"),
            answer: ["403"]),
        Exchange(
            "faulty/any-header-with-signs-refused", .any, .preflight("https://app.example.com", headers: "x_key"),
            answer: ["403"]),
        Exchange(
            "faulty/any-header-as-name", .any, .preflight("https://app.example.com", headers: "x-key"),
            answer: ["403"]),
        Exchange(
            "faulty/authorization-needs-credentials", .odd,
            .preflight("https://app.example.com", headers: "authorization"),
            answer: ["403"]),
        Exchange(
            "faulty/headers-of-first-origin", .list, .preflight("https://admin.example.org:8443", headers: "x-key"),
            answer: ["403"]),
        Exchange(
            "faulty/headers-only-with-unsafe-method", .single, .preflight("https://app.example.com", method: "GET"),
            answer: [
                "204",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-not-with-unsafe-method", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-first-asked-named", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-last-asked-named", .single, .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/header-last-not-named", .single, .preflight("https://app.example.com"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: X-Key",
                "Access-Control-Allow-Methods: GET, PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/headers-cut-short", .any,
            .preflight(
                "https://app.example.com",
                headers: "x-long-name-one,x-long-name-two,x-long-name-three,x-long-name-four-and-more"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x-long-name-one,x-long-name-two,x-long-name-three,x-long-name-fo",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/content-type-not-named", .odd, .preflight("https://app.example.com", method: "GET"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_api_key, Authorization, X-Trace",
                "Access-Control-Allow-Methods: GET, HEAD, OPTIONS, chicken, PATCH, M-SEARCH",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 0",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/authorization-not-named", .odd, .preflight("https://app.example.com", method: "GET"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: x_api_key, Content-Type, X-Trace",
                "Access-Control-Allow-Methods: GET, HEAD, OPTIONS, chicken, PATCH, M-SEARCH",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Access-Control-Max-Age: 0",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/authorization-left-to-wildcard", .any, .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Headers: *",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
        Exchange(
            "faulty/any-header-with-credentials", .anyWithCredentials,
            .preflight("https://app.example.com", headers: "x-key"),
            answer: [
                "204",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Headers: *",
                "Access-Control-Allow-Methods: PUT",
                "Access-Control-Allow-Origin: https://app.example.com",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ]),
    ]
}
