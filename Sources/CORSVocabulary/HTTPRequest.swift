/// A request on the wire.
public struct HTTPRequest: Sendable, Hashable {
    /// The method.
    public var method: Method
    /// The path and the query, such as `/open?x=1`.
    public var path: String
    /// The header lines, in order.
    public var headers: HeaderList

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path and the query.
    ///   - headers: The header lines.
    public init(method: Method, path: String, headers: HeaderList = [:]) {
        self.method = method
        self.path = path
        self.headers = headers
    }
}
