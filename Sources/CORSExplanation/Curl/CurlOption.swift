/// An option of `curl`, as far as a request depends on it.
enum CurlOption {
    case request
    case header
    case user
    case bearer
    case cookie
    case data
    case json
    case url
    case head
    case get
    case upload
    case location
    /// Another one that takes a value.
    case otherValue
    /// Another one that takes none.
    case otherFlag

    /// Whether a value belongs to it.
    var takesValue: Bool {
        switch self {
        case .request, .header, .user, .bearer, .cookie, .data, .json, .url, .upload, .otherValue: true
        case .head, .get, .location, .otherFlag: false
        }
    }

    private static let valued: Set<String> = [
        "--user-agent", "--referer", "--output", "--write-out", "--max-time", "--connect-timeout", "--proxy",
        "--proxy-user", "--cookie-jar", "--dump-header", "--cert", "--key", "--cacert", "--capath", "--config",
        "--resolve", "--connect-to", "--interface", "--range", "--retry", "--retry-delay", "--max-redirs", "--ciphers",
        "--tls-max", "--unix-socket", "--stderr", "--trace", "--trace-ascii", "--limit-rate", "--time-cond",
        "--aws-sigv4", "--noproxy", "--pinnedpubkey", "--proto", "--request-target", "--variable", "--netrc-file",
    ]

    /// Reads a long name.
    init(long name: String) {
        switch name {
        case "--request": self = .request
        case "--header": self = .header
        case "--user": self = .user
        case "--oauth2-bearer": self = .bearer
        case "--cookie": self = .cookie
        case "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--form", "--form-string":
            self = .data
        case "--json": self = .json
        case "--url": self = .url
        case "--head": self = .head
        case "--get": self = .get
        case "--upload-file": self = .upload
        case "--location", "--location-trusted": self = .location
        default: self = Self.valued.contains(name) ? .otherValue : .otherFlag
        }
    }

    /// Reads a letter.
    init(short letter: Character) {
        switch letter {
        case "X": self = .request
        case "H": self = .header
        case "u": self = .user
        case "b": self = .cookie
        case "d", "F": self = .data
        case "I": self = .head
        case "G": self = .get
        case "T": self = .upload
        case "L": self = .location
        case "A", "e", "o", "w", "m", "x", "U", "c", "D", "E", "K", "r", "t", "y", "Y", "z", "C", "P", "h", "Q":
            self = .otherValue
        default: self = .otherFlag
        }
    }
}
