import CORSVocabulary

/// What an HTTP cache does with an answer, as far as CORS depends on it.
///
/// https://www.rfc-editor.org/rfc/rfc9111.html
enum CacheModel {
    /// Statuses that are stored without explicit freshness.
    ///
    /// https://www.rfc-editor.org/rfc/rfc9110.html#section-15.1
    private static let heuristicStatuses: Set<Int> = [200, 203, 204, 404, 405, 410]

    /// Says whether a cache may keep an answer.
    static func mayBeStored(_ response: HTTPResponse, for method: Method) -> Bool {
        guard method == .get || method == .head else { return false }
        let directives = HeaderText.members(of: "Cache-Control", in: response)
        if directives.contains("no-store") { return false }
        let isFresh =
            response.headers.contains("Expires")
            || directives.contains { $0.hasPrefix("max-age=") || $0.hasPrefix("s-maxage=") || $0 == "public" }
        return heuristicStatuses.contains(response.status) || isFresh
    }

    /// Says whether an answer is kept apart by the request's origin.
    static func variesByOrigin(_ response: HTTPResponse) -> Bool {
        HeaderText.members(of: .vary, in: response).contains { $0 == "origin" || $0 == "*" }
    }

    /// Says whether the answer to one request may serve another: one address, one method, or GET for HEAD.
    static func serves(_ stored: HTTPRequest, to asked: HTTPRequest) -> Bool {
        stored.path == asked.path && (stored.method == asked.method || (stored.method == .get && asked.method == .head))
    }

    /// Says whether an answer shows that it comes out of a cache.
    ///
    /// https://www.rfc-editor.org/rfc/rfc9211.html#section-2.1 and what caches send that do not know it.
    static func isHit(_ response: HTTPResponse) -> Bool {
        let age = HeaderText.single("Age", in: response).flatMap { Int(Latin1.text($0)) } ?? 0
        return age > 0
            || ["X-Cache", "CF-Cache-Status", "Cache-Status", "X-Cache-Status"].contains { name in
                HeaderText.members(of: name, in: response).contains { member in
                    member.split { " ;=".contains($0) }.contains("hit")
                }
            }
    }

    /// Says whether an answer shows that a shared cache keeps it.
    static func isShared(_ response: HTTPResponse) -> Bool {
        response.headers.contains("Age")
            || HeaderText.members(of: "Cache-Control", in: response).contains {
                $0 == "public" || $0.hasPrefix("s-maxage=")
            }
    }
}
