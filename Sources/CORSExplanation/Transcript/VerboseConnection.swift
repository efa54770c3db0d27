import CORSVocabulary

/// What curl's remarks tell of where a request goes.
struct VerboseConnection {
    private var isSecure = false
    private var port: Int?
    private var hasUser = false
    private var redirectURL: String?
    /// Whether the next request follows a redirect.
    var isRedirected = false

    /// Takes in a remark.
    mutating func note(_ text: String) {
        if let url = Self.quoted(after: "Issue another request to this URL: ", in: text) {
            redirectURL = url
            isRedirected = true
        }
        if text.contains("Server auth using") { hasUser = true }
        if text.contains("SSL connection using") || text.contains("ALPN") || text.contains("TLS handshake")
            || text.contains("QUIC")
        {
            isSecure = true
        }
        if text.hasPrefix("* Connected to "), let word = text.firstRange(of: " port ") {
            isSecure = false
            let digits = text[word.upperBound...].prefix { $0.isNumber }
            port = Int(digits)
            if port == 443 { isSecure = true }
        }
    }

    /// Makes what is known of a request.
    mutating func request(_ line: RequestLine, _ headers: HeaderList, _ command: CurlArguments?) -> ReadRequest {
        var request = ReadRequest(method: line.method, url: url(line, headers, command), headers: headers)
        request.hasUser = hasUser || command?.hasUser == true
        hasUser = false
        redirectURL = nil
        return request
    }

    private func url(_ line: RequestLine, _ headers: HeaderList, _ command: CurlArguments?) -> String? {
        if let redirectURL { return redirectURL }
        if let url = command?.url, !isRedirected { return url }
        if line.target.contains("://") { return line.target }
        guard let host = headers.first("Host")?.text, line.target.hasPrefix("/") else { return nil }
        return (isSecure ? "https://" : "http://") + host + line.target
    }

    private static func quoted(after words: String, in text: String) -> String? {
        guard let start = text.firstRange(of: words) else { return nil }
        return String(text[start.upperBound...].drop { $0 == "'" }.prefix { $0 != "'" })
    }
}
