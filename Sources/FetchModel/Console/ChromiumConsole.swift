import CORSVocabulary

/// The line that Chromium's console shows for a blocked fetch.
///
/// The words are those of Chromium 156.
enum ChromiumConsole {
    /// Returns the line of a fetch as Chromium judges it, or nil where it shows none.
    static func line(_ judgement: Judgement) -> String? {
        let fetch = judgement.fetch
        switch judgement.verdict.outcome {
        case .readable, .opaqueRedirect: return nil
        case .failed(.locationCredentials, _):
            // Within the page's own origin it is no matter of CORS, and nothing is said.
            if case .url(let location)? = judgement.response.map({ ResponseLocation.of($0, for: fetch) }),
                location.origin == fetch.request.origin.bytes, !fetch.isTainted
            {
                return nil
            }
            return begin(fetch)
                + "Redirect location '' contains a username and password, which is disallowed for cross-origin requests."
        case .failed: return nil
        case .blocked(let failure): return begin(fetch) + text(failure, judgement)
        }
    }

    private static func begin(_ fetch: Fetch) -> String {
        let redirected = fetch.redirectCount > 0 ? " (redirected from '\(fetch.request.url)')" : ""
        return "Access to fetch at '\(fetch.address)'\(redirected) from origin '\(fetch.request.origin.text)' "
            + "has been blocked by CORS policy: "
    }

    private static func text(_ failure: Failure, _ judgement: Judgement) -> String {
        guard let response = judgement.response, failure.isPreflight else { return ConsoleLine.chromium(failure) }
        // A preflight that is redirected ends before its answer is looked at.
        if HTTPFetch.isRedirect(response.status), ResponseLocation.of(response, for: judgement.fetch) != .null {
            return ConsoleLine.check + "Redirect is not allowed for a preflight request."
        }
        guard failure.reason == .headerNotAllowed else { return ConsoleLine.chromium(failure) }
        // Of several refused names it names the first in its own order.
        let names = response.headers.extractListValues(.accessControlAllowHeaders)
        let refused = CORSPreflight.refusedHeaders(names, judgement.fetch)
        var first = failure
        first.value = ChromiumHeaderOrder.names(judgement.fetch).first { refused.contains($0) } ?? failure.value
        return ConsoleLine.chromium(first)
    }
}
