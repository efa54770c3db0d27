/// A response on the wire: its final head.
public struct HTTPResponse: Sendable, Hashable {
    /// The status code, from 100 to 999.
    public var status: Int
    /// The header lines, in the order received, duplicates kept.
    public var headers: HeaderList

    /// Makes a response.
    ///
    /// - Parameters:
    ///   - status: The status code.
    ///   - headers: The header lines.
    public init(status: Int, headers: HeaderList = [:]) {
        self.status = status
        self.headers = headers
    }
}
