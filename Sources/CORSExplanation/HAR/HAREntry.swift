package import CORSVocabulary

/// One request that a browser recorded, and its response.
package struct HAREntry: Sendable, Hashable {
    /// The request.
    package var request: ReadRequest
    /// The response, or nil where the browser recorded none: it was blocked, or none came.
    package var response: HTTPResponse?
    /// The address that the response redirects to, as it is written.
    package var redirectURL: String?
    /// What the browser says of a failure, such as `net::ERR_FAILED`.
    package var error: String?
    /// What the request is for, such as `fetch`, where the browser says.
    package var resourceType: String?

    /// The address.
    var url: String { request.url ?? "" }

    /// Whether it is a preflight.
    var isPreflight: Bool {
        request.method == .options && request.headers.contains(.accessControlRequestMethod)
    }

    /// Whether a page's script can have asked for it.
    var isFetch: Bool {
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else { return false }
        if let mode = request.headers.first("Sec-Fetch-Mode") { return mode == "cors" }
        return resourceType.map { ["fetch", "xhr", "other", "preflight"].contains($0) } ?? true
    }

    /// The page's origin: as it was sent, or where a script's request does not show it, that of the page's address.
    var origin: Origin? {
        if let sent = request.headers.first(.origin) { return Origin(bytes: sent.bytes) }
        let isScripts = resourceType == "fetch" || resourceType == "xhr"
        guard isScripts, let referer = request.headers.first("Referer")?.text else { return nil }
        return Origin(AddressParts(referer).origin)
    }

    /// The exchange, or nil if no response was recorded.
    var exchange: ReadExchange? { response.map { ReadExchange(request: request, response: $0) } }
}
