/// The ports that a URL does not write.
///
/// https://url.spec.whatwg.org/#default-port
enum DefaultPort {
    /// Returns a scheme's default port, or nil if it has none.
    static func of(_ scheme: some Collection<UInt8>) -> Int? {
        if scheme.elementsEqual("https".utf8) || scheme.elementsEqual("wss".utf8) { return 443 }
        if scheme.elementsEqual("http".utf8) || scheme.elementsEqual("ws".utf8) { return 80 }
        return scheme.elementsEqual("ftp".utf8) ? 21 : nil
    }
}
