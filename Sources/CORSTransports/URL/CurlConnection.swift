import CCurl
import CORSVocabulary

/// One connection at a time to one server, which is kept between requests.
///
/// One thread at a time may use it; `cancel` may be called by any.
final class CurlConnection: @unchecked Sendable {  // libcurl's handles may move between threads.
    private let handle: OpaquePointer
    private let settings: ConnectionSettings

    /// Makes a connection; nothing is connected yet.
    ///
    /// - Throws: `TransportFailure` if libcurl cannot be set up so.
    init(_ settings: ConnectionSettings) throws(TransportFailure) {
        guard let handle = ccurl_make(settings.headLimit, settings.lineLimit, settings.bodyLimit) else {
            throw TransportFailure(.setup, "libcurl could not be set up")
        }
        self.handle = handle
        self.settings = settings
        try configure()
    }

    deinit { ccurl_free(handle) }

    private func configure() throws(TransportFailure) {
        // An empty proxy keeps the environment's out.
        try set(CCurlOptionProxy, settings.proxy ?? "", "a proxy")
        try set(CCurlOptionNoProxy, "", "a proxy")
        if let file = settings.caFile { try set(CCurlOptionCAFile, file, "certificates to trust") }
        if let file = settings.certificateFile { try set(CCurlOptionCertificate, file, "a client's certificate") }
        if let file = settings.keyFile { try set(CCurlOptionKey, file, "a client's key") }
        if let socket = settings.unixSocket { try set(CCurlOptionUnixSocket, socket, "Unix sockets") }
        ccurl_set_number(handle, CCurlOptionVerifyPeer, settings.verifiesCertificate ? 1 : 0)
        ccurl_set_number(handle, CCurlOptionVerifyHost, settings.verifiesCertificate ? 2 : 0)
        for entry in settings.resolve { ccurl_add_resolve(handle, entry) }
        let version =
            switch settings.version {
            case .negotiated: CCurlHTTP2OverTLS
            case .http1: CCurlHTTP1
            case .http2: CCurlHTTP2
            }
        // A libcurl without HTTP/2 refuses it and speaks HTTP/1.1.
        ccurl_set_number(handle, CCurlOptionHTTPVersion, Int(version))
    }

    private func set(_ option: CCurlTextOption, _ value: String, _ what: String) throws(TransportFailure) {
        if !ccurl_set_text(handle, option, value) {
            throw TransportFailure(.setup, "this libcurl does not know \(what)")
        }
    }

    /// Makes ready for a request, which may be cancelled from now on.
    func prepare() { ccurl_prepare(handle) }

    /// Ends the request that is under way.
    func cancel() { ccurl_cancel(handle) }

    /// Sends a request and waits for the head of its response.
    func perform(_ request: HTTPRequest, origin: String) -> Result<HTTPResponse, TransportFailure> {
        let names = Set(request.headers.fields.map(\.name))
        for field in request.headers.fields {
            guard !field.value.bytes.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) else {
                return .failure(TransportFailure(.unsendable, "the value of \(field.name.text) cannot be sent"))
            }
            // libcurl takes a line without a value for one to drop, unless it ends with a semicolon.
            let end = field.value.bytes.isEmpty ? Array(";".utf8) : Array(": ".utf8) + field.value.bytes
            add(field.name.bytes + end)
        }
        // What libcurl would add by itself is left out.
        if !names.contains("Accept") { add(Array("Accept:".utf8)) }
        let code = ccurl_perform(
            handle, origin + request.path, request.method.text, settings.timeout.wholeMilliseconds,
            settings.connectTimeout.wholeMilliseconds, settings.bodyTimeout.wholeMilliseconds)
        guard code == 0 else { return .failure(failure(code)) }
        var count = 0
        guard let bytes = ccurl_head(handle, &count),
            let response = ResponseHead.parse(UnsafeBufferPointer(start: bytes, count: count))
        else { return .failure(TransportFailure(.notHTTP, "the status line is none")) }
        return .success(response)
    }

    private func add(_ line: [UInt8]) {
        (line + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { ccurl_add_header(handle, $0.baseAddress) }
        }
    }

    private func failure(_ code: Int32) -> TransportFailure {
        TransportFailure(
            curl: Int(code), osError: Int32(truncatingIfNeeded: ccurl_os_error(handle)),
            text: String(cString: ccurl_error_text(handle)))
    }
}

extension Duration {
    /// The duration in milliseconds, at least one.
    fileprivate var wholeMilliseconds: Int {
        max(1, Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}
