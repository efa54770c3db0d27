import CORSRunner

/// A failure in words, and what to type next.
struct FailureReport {
    /// What happened.
    let failure: TransportFailure
    /// What was asked.
    let url: TargetURL
    /// How it was asked.
    let settings: ConnectionSettings

    private var place: String { settings.unixSocket.map { "the socket \($0)" } ?? "\(url.host):\(url.port)" }

    private static func seconds(_ duration: Duration) -> String {
        let (whole, rest) = duration.components
        let text = rest == 0 ? String(whole) : String(Double(whole) + Double(rest) / 1e18)
        return "\(text) second\(text == "1" ? "" : "s")"
    }

    /// What happened, in one sentence.
    var message: String {
        switch failure.code {
        case .unknownHost: "the host \"\(url.host)\" is not known"
        case .unknownProxy: "the host of the proxy \(settings.proxy ?? "") is not known"
        case .refused: "nothing listens on \(place)"
        case .unreachable: "\(place) cannot be reached" + detail
        case .connectTimedOut:
            "no \(url.isSecure ? "encrypted " : "")connection to \(place) came about within "
                + Self.seconds(settings.connectTimeout)
        case .timedOut: "no answer within \(Self.seconds(settings.timeout))"
        case .certificate: "the server's certificate is not trusted" + detail
        case .ownCertificate: "the certificate or the key of --cert and --key cannot be used" + detail
        case .tls: "no encrypted connection to \(place) came about" + detail
        case .closed: "the connection was closed before there was an answer" + detail
        case .http2: "the HTTP/2 stream broke before there was an answer" + detail
        case .notHTTP: "what came back is not HTTP" + detail
        case .headTooLong:
            "the answer's head is too long: at most \(settings.headLimit / 1024) KiB and \(settings.lineLimit) lines are "
                + "taken, and \(settings.longHeadBudget / 1024 / 1024) MiB of long heads in a run"
        case .unsendable: failure.detail
        case .cancelled: "interrupted"
        case .setup: failure.detail
        case .other: "no answer" + detail
        }
    }

    private var detail: String { failure.detail.isEmpty ? "" : " (\(failure.detail))" }

    /// What to do about it, where something can be said.
    var advice: String? {
        switch failure.code {
        case .unknownHost: "check the address, or say where the host is: --resolve \(url.host):\(url.port):127.0.0.1"
        case .unknownProxy: "check the address of --proxy"
        case .refused: "start the server, or check the port of --url"
        case .connectTimedOut where url.isSecure:
            "check the address; if the server speaks HTTP without TLS there, write \(other("http")); --timeout SECONDS "
                + "waits longer"
        case .unreachable, .connectTimedOut:
            "check the address and the network between; --timeout SECONDS waits longer"
        case .timedOut: "look whether the server is stuck; --timeout SECONDS waits longer"
        case .certificate: "give the certificates to trust with --cacert FILE, or do without the check with --insecure"
        case .ownCertificate: "give PEM files that belong together: --cert FILE --key FILE"
        case .tls: url.isSecure ? "if the server speaks HTTP without TLS there, write \(other("http"))" : nil
        case .notHTTP, .closed: url.isSecure ? nil : "if the server speaks TLS there, write \(other("https"))"
        case .http2: "--http1.1 does without HTTP/2"
        case .headTooLong, .unsendable, .cancelled, .setup, .other: nil
        }
    }

    /// The address under another scheme.
    private func other(_ scheme: String) -> String {
        let rest = url.text.drop { $0 != ":" }
        return "--url \(scheme)\(rest)"
    }
}
