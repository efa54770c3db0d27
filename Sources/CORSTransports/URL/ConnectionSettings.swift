/// How connections to a server are made, and how much is waited for and taken.
package struct ConnectionSettings: Sendable, Hashable {
    /// Which versions of HTTP are spoken.
    package enum Version: Sendable, Hashable {
        /// HTTP/2 where the server agrees to it under TLS, else HTTP/1.1.
        case negotiated
        /// HTTP/1.1 alone.
        case http1
        /// HTTP/2 at once, also without TLS.
        case http2
    }

    /// How long an answer's head is waited for, from the request's start.
    package var timeout: Duration = .seconds(10)
    /// How long a connection is waited for.
    package var connectTimeout: Duration = .seconds(5)
    /// How long a body is waited for once the head is there: it only decides whether the connection can be used again.
    package var bodyTimeout: Duration = .milliseconds(500)
    /// How many bytes of heads are taken, those of 1xx answers included: what browsers take.
    package var headLimit = 256 * 1024
    /// How many lines of heads are taken.
    package var lineLimit = 16 * 1024
    /// How much of long heads is kept in a run, in bytes, lines counted in: answers stand in the reports whole.
    package var longHeadBudget = 4 * 1024 * 1024
    /// How many bytes of a body are taken.
    package var bodyLimit = 64 * 1024
    /// Which versions of HTTP are spoken.
    package var version = Version.negotiated
    /// Whether the server's certificate is checked.
    package var verifiesCertificate = true
    /// A file with the certificates to trust in place of the system's.
    package var caFile: String?
    /// A file with the client's certificate.
    package var certificateFile: String?
    /// A file with the key of the client's certificate.
    package var keyFile: String?
    /// Addresses that stand for hosts: `HOST:PORT:ADDRESS`.
    package var resolve: [String] = []
    /// A Unix socket to connect to in place of the host.
    package var unixSocket: String?
    /// The proxy's address; none unless given, whatever the environment says.
    package var proxy: String?

    /// Makes the usual settings.
    package init() {}
}
