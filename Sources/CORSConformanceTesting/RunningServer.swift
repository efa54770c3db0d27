import CORSFixtures
import CORSRunner
import CORSTransports
public import CORSVocabulary

/// A server that is running, to be tested at its URL.
///
/// It may be somebody's live server: unless writes are allowed, it is sent nothing but GET, HEAD and OPTIONS.
///
/// ```swift
/// var server = RunningServer("http://127.0.0.1:8000/items")
/// server.protected = "/me"
/// server.authentication = HeaderField("Authorization", "Bearer …")
/// ```
public struct RunningServer: Sendable, Hashable {
    /// The address of a route that answers 2xx without credentials.
    public var url: String
    /// The methods that the route of the address has; any if nil.
    public var methods: Set<Method>?
    /// A route that answers 401 without credentials; its cases are skipped without it.
    public var protected: Path?
    /// A route that answers 500; its cases are skipped without it.
    public var failing: Path?
    /// A route that answers 404; one is made up beside the address unless given.
    public var missing: Path?
    /// The header line that makes the protected route answer 200.
    public var authentication: HeaderField?
    /// Lines of every request but preflights.
    public var headers: [HeaderField] = []
    /// Lines of every preflight.
    public var preflightHeaders: [HeaderField] = []
    /// Whether POST, PUT, PATCH and DELETE are sent, not their preflights alone.
    public var allowsWrites = false
    /// How long an answer is waited for.
    public var timeout: Duration = .seconds(10)
    /// Requests a second, at most; any number if nil.
    public var requestsPerSecond: Double?
    /// Whether the server's certificate is checked.
    public var verifiesCertificate = true
    /// The path of a PEM file with the certificates to trust in place of the system's.
    public var trustedCertificates: String?

    /// A path of the server, and the methods that it has.
    public struct Path: Sendable, Hashable, ExpressibleByStringLiteral {
        /// The path and the query.
        public var text: String
        /// The methods, or nil for any.
        public var methods: Set<Method>?

        /// Makes a path.
        ///
        /// - Parameters:
        ///   - text: The path and the query, percent-encoded.
        ///   - methods: The methods that it has; any unless given.
        public init(_ text: String, methods: Set<Method>? = nil) {
            self.text = text
            self.methods = methods
        }

        /// Makes a path that has any method.
        public init(stringLiteral text: String) { self.init(text) }
    }

    /// Makes a server of an address.
    ///
    /// - Parameter url: The address of a route that answers 2xx without credentials, such as
    ///   `https://api.example.com/items`.
    public init(_ url: String) { self.url = url }
}

// MARK: - What the runner takes

extension RunningServer {
    /// The server as the runner takes it.
    ///
    /// - Throws: `ConformanceSetupError` if the address is none, or a path.
    var live: LiveServer {
        get throws {
            var server = LiveServer(try address)
            server.settings.timeout = timeout
            server.settings.connectTimeout = min(server.settings.connectTimeout, timeout)
            server.settings.verifiesCertificate = verifiesCertificate
            server.settings.caFile = trustedCertificates
            server.rate = requestsPerSecond
            server.authentication = authentication
            server.headers = headers
            server.preflightHeaders = preflightHeaders
            server.allowsWrites = allowsWrites
            server.routes[.open] = Routes.Place(server.url.path, methods: methods)
            for (route, path) in [(Route.protected, protected), (.failing, failing), (.missing, missing)] {
                guard let path else { continue }
                guard path.text.hasPrefix("/") else {
                    throw ConformanceSetupError("the path \"\(path.text)\" does not begin with a slash")
                }
                server.routes[route] = Routes.Place(path.text, methods: path.methods)
            }
            return server
        }
    }

    private var address: TargetURL {
        get throws {
            do { return try TargetURL(url) } catch { throw ConformanceSetupError(error.description) }
        }
    }
}
