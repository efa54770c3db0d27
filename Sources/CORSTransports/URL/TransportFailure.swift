#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a request got no answer.
struct TransportFailure: Error, Sendable, Hashable {
    /// What happened.
    enum Code: Sendable, Hashable {
        /// The host has no address.
        case unknownHost
        /// The proxy's host has no address.
        case unknownProxy
        /// Nothing listens there.
        case refused
        /// There is no way there.
        case unreachable
        /// The connection was not there in time.
        case connectTimedOut
        /// No whole head came in time.
        case timedOut
        /// The server's certificate is not trusted.
        case certificate
        /// A certificate or key of the user's cannot be used.
        case ownCertificate
        /// No encrypted connection came about.
        case tls
        /// The connection was closed before there was a whole head.
        case closed
        /// The stream was reset, or HTTP/2 was spoken wrongly.
        case http2
        /// What came is no HTTP.
        case notHTTP
        /// The head is longer than is taken.
        case headTooLong
        /// The request cannot be written down.
        case unsendable
        /// The run was interrupted.
        case cancelled
        /// corspec's own side could not be set up.
        case setup
        /// Anything else.
        case other
    }

    /// What happened.
    var code: Code
    /// What more is known of it; empty if nothing.
    var detail: String

    /// Makes a failure.
    init(_ code: Code, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// Whether the connection broke before there was an answer, so that the request may be sent once more.
    var isBrokenConnection: Bool { code == .closed || code == .http2 }

    /// Whether the server let a wait pass without an answer.
    var isSilence: Bool { code == .timedOut || code == .connectTimedOut }
}

// MARK: - libcurl's codes

extension TransportFailure {
    /// Makes a failure of what the C shim returned.
    ///
    /// https://curl.se/libcurl/c/libcurl-errors.html
    ///
    /// - Parameters:
    ///   - curl: The code: libcurl's, or below zero the shim's.
    ///   - osError: The operating system's error number; 0 if none.
    ///   - text: What libcurl says of it.
    init(curl: Int, osError: Int32, text: String) {
        let code: Code =
            switch curl {
            case -1: .timedOut
            case -2: .cancelled
            case -3: .headTooLong
            case -4, 52, 55, 56: .closed
            case 1, 8: .notHTTP
            case 5: .unknownProxy
            case 6: .unknownHost
            case 7: Self.isRefusal(osError) ? .refused : .unreachable
            case 16, 92: .http2
            case 27: .headTooLong
            case 28: .connectTimedOut
            case 35: .tls
            case 51, 60, 77, 83, 91: .certificate
            case 53, 54, 58, 59, 66, 80: .ownCertificate
            default: .other
            }
        // A peer that is reset says so; an empty text says nothing.
        self.init(code, text)
    }

    private static func isRefusal(_ osError: Int32) -> Bool {
        osError == ECONNREFUSED || osError == ENOENT
    }
}
