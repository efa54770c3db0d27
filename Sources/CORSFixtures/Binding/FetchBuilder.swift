package import CORSVocabulary
package import FetchModel

/// Makes the requests of literal steps, and the fetches by which their answers are judged.
package struct FetchBuilder: Sendable {
    /// The target's own origin.
    package let origin: String
    private let host: HeaderField

    /// Makes a builder for a target.
    package init(origin: String) {
        self.origin = origin
        host = HeaderField("Host", FieldValue(origin.split(separator: "/").last.map(String.init) ?? origin))
    }

    /// The paths of the routes that every configurable target has.
    package static func path(_ route: Route) -> String { "/\(route.rawValue)" }

    /// Returns the address of a path, taken apart.
    package func address(_ path: String) -> FetchAddress { FetchAddress(origin + path) }

    /// Returns the fetch that a literal step asks for, or nil if its method is none.
    package func judged(_ fetch: FetchAction, at address: FetchAddress) -> FetchRequest? {
        guard let method = Method(fetch.method) else { return nil }
        return FetchRequest(
            origin: Origin(fetch.origin), address: address, method: method, headers: Self.headers(fetch.headers),
            credentials: fetch.credentials)
    }

    /// Returns the preflight that a fetch is due, or nil if none is.
    package func preflight(_ judged: FetchRequest, path: String) -> HTTPRequest? {
        Browser.preflightRequest(for: judged).map { toTarget($0, path: path) }
    }

    /// Returns the actual request of a fetch, its cookie included.
    package func actual(_ fetch: FetchAction, judged: FetchRequest, path: String) -> HTTPRequest {
        var request = toTarget(Browser.actualRequest(for: judged), path: path)
        switch fetch.cookie {
        case .with: request.headers.append(.cookie, "corspec=1")
        case .literal(let cookie): request.headers.append(.cookie, FieldValue(cookie))
        case .without, .both: break
        }
        return request
    }

    /// Returns a raw request as it goes on the wire, or nil if its method is none.
    package func wire(_ request: RequestAction, path: String) -> HTTPRequest? {
        guard let method = Method(request.method) else { return nil }
        return toTarget(HTTPRequest(method: method, path: "", headers: Self.headers(request.headers)), path: path)
    }

    /// Returns the fetch by which the answer to a raw request is judged; nil without an `Origin` line.
    package func judged(_ request: RequestAction, at address: FetchAddress) -> FetchRequest? {
        let headers = Self.headers(request.headers)
        guard let sent = headers.first(.origin), let method = Method(request.method) else { return nil }
        let asked = Self.isPreflight(request) ? headers.first(.accessControlRequestMethod) : nil
        return FetchRequest(
            origin: Origin(bytes: sent.bytes), address: address,
            method: asked.map { Method(unchecked: $0.bytes) } ?? method,
            headers: asked == nil ? [:] : Self.askedHeaders(headers), credentials: request.credentials)
    }

    /// Says whether a raw request is a preflight.
    package static func isPreflight(_ request: RequestAction) -> Bool {
        request.method == "OPTIONS" && request.headers.contains { FieldName($0.name) == .accessControlRequestMethod }
    }

    /// Returns the headers that a raw preflight asks for, with values that are not safelisted.
    private static func askedHeaders(_ headers: HeaderList) -> HeaderList {
        let names = headers.values(.accessControlRequestHeaders)
            .flatMap { $0.bytes.split(separator: UInt8(ascii: ",")) }
            .map { $0.filter { $0 != 0x20 && $0 != 0x09 } }
            .filter { ASCII.isToken($0) }
        return HeaderList(names.map { HeaderField(FieldName(unchecked: Array($0)), "\"corspec\"") })
    }

    private static func headers(_ lines: [HeaderLine]) -> HeaderList {
        HeaderList(lines.compactMap { line in FieldName(line.name).map { HeaderField($0, FieldValue(line.value)) } })
    }

    /// Addresses a request to the target: the path, and a `Host` line first, unless it has one.
    private func toTarget(_ request: HTTPRequest, path: String) -> HTTPRequest {
        var addressed = request
        addressed.path = path
        if !request.headers.contains(host.name) { addressed.headers.fields.insert(host, at: 0) }
        return addressed
    }
}
