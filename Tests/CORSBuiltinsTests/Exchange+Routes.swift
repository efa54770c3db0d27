import CORSVocabulary

extension Exchange {
    /// Routers and routes that come before CORS.
    static let routeFaults: [Exchange] = [
        Exchange(
            "faulty/options-answered-by-router", .single, .preflight("https://app.example.com"),
            answer: ["200", "Allow: GET, HEAD, POST, PUT, DELETE"]),
        Exchange(
            "faulty/protected-options-by-router", .single, .preflight("https://app.example.com", "/protected"),
            answer: ["204", "Allow: GET, POST"]),
        Exchange(
            "faulty/protected-without-cors", .single, .preflight("https://app.example.com", "/protected"),
            answer: ["401"]),
        Exchange(
            "faulty/preflight-unavailable", .single, .preflight("https://app.example.com"),
            answer: ["503"]),
        Exchange(
            "faulty/preflight-route-without-method", .any, .preflight("https://app.example.com", method: "DELETE"),
            answer: ["405", "Allow: GET, POST, PUT"]),
        Exchange(
            "faulty/writes-without-cors", .single, .fetch("https://app.example.com", method: "PUT"),
            answer: ["200"]),
        Exchange(
            "faulty/cookie-without-cors", .list, .fetch("https://app.example.com", cookie: "a=1"),
            answer: ["200"]),
    ]
}
