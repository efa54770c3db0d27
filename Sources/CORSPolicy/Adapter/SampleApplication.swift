public import CORSVocabulary

/// The routes that every configurable target has, without CORS: what an adapter puts its CORS layer around.
///
/// `/open` answers any method with 200; `/protected` answers 200 with `Authorization: Bearer good` or
/// `Cookie: session=good`, else 401; `/failing` answers 500; anything else 404. Every answer carries every exposed header
/// (where `["*"]` is exposed, `X-Corspec-One` and `X-Corspec-Two`), and `X-Corspec-Hidden`, which is not exposed
/// otherwise.
public struct SampleApplication: Sendable {
    /// A header that every answer carries and that no list of names exposes.
    static let hiddenName: FieldName = "X-Corspec-Hidden"

    private let open: HTTPResponse
    private let denied: HTTPResponse
    private let failure: HTTPResponse
    private let missing: HTTPResponse

    /// Makes the application.
    ///
    /// - Parameter policy: The policy, for the headers that it exposes.
    public init(for policy: Policy) {
        var headers: HeaderList = ["Content-Type": "text/plain", Self.hiddenName: "1"]
        // No script ever sees Set-Cookie, whatever is exposed, and the application sets no cookie.
        let carried = Self.exposedNames(policy).filter { $0 != "Set-Cookie" && $0 != "Set-Cookie2" }
        for name in carried where !headers.contains(name) { headers.append(name, "corspec") }
        failure = HTTPResponse(status: 500, headers: headers)
        missing = HTTPResponse(status: 404, headers: headers)
        var challenge = headers
        challenge.append("WWW-Authenticate", "Bearer")
        denied = HTTPResponse(status: 401, headers: challenge)
        open = HTTPResponse(status: 200, headers: headers)
    }

    /// The headers that a policy exposes; for `["*"]` two invented ones, and the one that is else hidden.
    static func exposedNames(_ policy: Policy) -> [FieldName] {
        policy.exposeHeaders == ["*"]
            ? ["X-Corspec-One", "X-Corspec-Two", hiddenName] : policy.exposeHeaders.compactMap { FieldName($0) }
    }

    /// Answers a request.
    ///
    /// - Parameter request: The request; its query is ignored.
    /// - Returns: The response, without any CORS header.
    public func respond(to request: HTTPRequest) -> HTTPResponse {
        let path = request.path.utf8.prefix { $0 != UInt8(ascii: "?") }
        if path.elementsEqual("/open".utf8) { return open }
        if path.elementsEqual("/protected".utf8) { return isAuthenticated(request) ? open : denied }
        return path.elementsEqual("/failing".utf8) ? failure : missing
    }

    private func isAuthenticated(_ request: HTTPRequest) -> Bool {
        request.headers.first("Authorization")?.bytes.elementsEqual("Bearer good".utf8) == true
            || request.headers.values("Cookie").contains { cookie in
                cookie.bytes.split(separator: UInt8(ascii: ";"))
                    .contains { $0.drop { $0 == 0x20 }.elementsEqual("session=good".utf8) }
            }
    }
}
