import CORSVocabulary
import FetchModel

extension RowExecutor {
    /// Carries out an actual request and what its redirects lead to, as long as they stay with the target.
    ///
    /// https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
    ///
    /// Another host is never contacted: that the fetch would go on there is noted.
    mutating func follow(
        _ actual: PlannedRequest, preflight: PlannedRequest?, _ judged: FetchRequest, into outcome: inout StepOutcome
    ) async throws {
        var fetch = FollowedFetch(judged)
        var (index, response) = try await send(actual)
        while true {
            outcome.actual = index
            switch fetch.receive(response) {
            case .end(let verdict):
                outcome.take(verdict)
                return
            case .redirect(let url, let isSameServer):
                guard isSameServer else {
                    outcome.leavesFor = url
                    return
                }
                outcome.isRedirected = true
                if fetch.isPreflightDue, let preflight {
                    let (index, response) = try await send(Self.redirected(preflight.wire, fetch, method: .options))
                    outcome.preflight = index
                    outcome.failure = fetch.checkPreflight(response)
                    if outcome.failure != nil { return }
                }
                let next = Self.redirected(exchanges[index].request, fetch, method: fetch.method)
                (index, response) = try await send(next)
            }
        }
    }

    /// Addresses a request to where a redirect leads.
    private static func redirected(_ request: HTTPRequest, _ fetch: FollowedFetch, method: Method) -> HTTPRequest {
        var redirected = request
        redirected.path = fetch.path
        if redirected.method != method {
            redirected.headers.remove("Content-Type")
            redirected.headers.remove("Content-Length")
        }
        redirected.method = method
        return redirected
    }
}
