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

    /// Dresses a request for the wire.
    ///
    /// - Parameters:
    ///   - request: The request as its case says, addressed to the target.
    ///   - added: The lines that a browser adds to it by itself.
    ///   - row: The row's place: rows share no address.
    /// - Returns: The request as it is sent.
    func dressed(_ request: HTTPRequest, adding added: [HeaderField], row: RowPlace) -> HTTPRequest {
        var dressed = request
        if let nonce {
            dressed.path = Self.adding("\(Self.parameter)=\(nonce)-\(row.policy)-\(row.number)", to: request.path)
        }
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

    /// Dresses a request that is no row's.
    ///
    /// - Parameters:
    ///   - request: The request, addressed to the target.
    ///   - url: The address that it goes to.
    /// - Returns: The request as it is sent.
    package func dressed(_ request: HTTPRequest, url: String) -> HTTPRequest {
        dressed(
            request, adding: Browser.addedHeaders(origin: nil, url: url), row: RowPlace(policy: 0, number: -1))
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

    /// Adds a parameter to a path's query.
    private static func adding(_ parameter: String, to path: String) -> String {
        path.contains("?") ? "\(path)&\(parameter)" : "\(path)?\(parameter)"
    }
}
