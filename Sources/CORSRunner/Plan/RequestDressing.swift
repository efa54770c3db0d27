package import CORSVocabulary
import FetchModel

/// What a request to a live server carries beyond what its case says: what a browser adds, and what the user asks for.
package struct RequestDressing: Sendable, Hashable {
    /// The `User-Agent` line's value.
    package var userAgent: String
    /// Lines of every request but preflights.
    package var headers: [HeaderField]
    /// Lines of every preflight.
    package var preflightHeaders: [HeaderField]
    /// The value that makes the run's addresses its own, or nil where addresses are left as they are.
    package var nonce: String?

    /// Makes a dressing.
    package init(
        userAgent: String, headers: [HeaderField] = [], preflightHeaders: [HeaderField] = [], nonce: String? = nil
    ) {
        self.userAgent = userAgent
        self.headers = headers
        self.preflightHeaders = preflightHeaders
        self.nonce = nonce
    }

    /// A value that no other run has.
    package static var freshNonce: String { String(UInt64.random(in: 0...UInt64.max), radix: 36) }

    /// The query parameter that holds the nonce.
    package static let parameter = "corspec"

    /// Dresses a request for the wire; its address stays as it is.
    ///
    /// - Parameters:
    ///   - request: The request as its case says, addressed to the target.
    ///   - added: The lines that a browser adds to it by itself.
    /// - Returns: The request as it is sent.
    func dressed(_ request: HTTPRequest, adding added: [HeaderField]) -> HTTPRequest {
        var dressed = request
        let isPreflight = request.method == .options && request.headers.contains(.accessControlRequestMethod)
        for line in isPreflight ? preflightHeaders : headers { Self.add(line, to: &dressed.headers) }
        // What a case or the user says comes before.
        for line in [HeaderField("User-Agent", FieldValue(userAgent))] + added
        where !dressed.headers.contains(line.name) { dressed.headers.fields.append(line) }
        if request.method == .post || request.method == .put, !dressed.headers.contains("Content-Length") {
            dressed.headers.append("Content-Length", "0")
        }
        return dressed
    }

    /// Gives a request an address of the run's own, if it is to have one.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - name: What tells the address from the run's others.
    /// - Returns: The request at that address.
    func addressed(_ request: HTTPRequest, _ name: String) -> HTTPRequest {
        guard let nonce else { return request }
        var addressed = request
        addressed.path += "\(request.path.contains("?") ? "&" : "?")\(Self.parameter)=\(nonce)-\(name)"
        return addressed
    }

    /// Dresses the request that tells whether the target is there.
    ///
    /// - Parameters:
    ///   - request: The request, addressed to the target.
    ///   - url: The address that it goes to.
    /// - Returns: The request as it is sent.
    package func probe(_ request: HTTPRequest, url: String) -> HTTPRequest {
        addressed(dressed(request, adding: Browser.addedHeaders(origin: nil, url: url)), "probe")
    }

    /// Adds a line of the user's: a `Host` takes the place of the target's, cookies join those of the case, and what
    /// else the case says itself stays.
    private static func add(_ line: HeaderField, to headers: inout HeaderList) {
        if line.name == "Host" {
            headers.set(line.name, line.value)
        } else if line.name == .cookie, let cookie = headers.first(.cookie) {
            headers.set(.cookie, FieldValue(line.value.bytes + Array("; ".utf8) + cookie.bytes))
        } else if !headers.contains(line.name) {
            headers.append(line.name, line.value)
        }
    }
}
