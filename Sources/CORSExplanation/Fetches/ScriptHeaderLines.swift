import CORSVocabulary

/// Tells the header lines that a page's script would have to set from those that clients add by themselves.
enum ScriptHeaderLines {
    private static let added: Set<FieldName> = [
        "User-Agent", "Host", "Origin", "Referer", "Cookie", "Connection", "Content-Length", "Accept-Encoding",
        "Accept-Language", "Priority", "Upgrade-Insecure-Requests", "If-None-Match", "If-Modified-Since", "DNT", "TE",
        "Access-Control-Request-Method", "Access-Control-Request-Headers", "Transfer-Encoding", "Expect",
        "Proxy-Authorization", "Proxy-Connection",
    ]

    /// Returns the lines of a script.
    static func of(_ request: ReadRequest) -> HeaderList {
        HeaderList(request.headers.fields.filter { isOfScript($0) && !(request.hasUser && $0.name == .authorization) })
    }

    /// Returns lines for the names that a preflight asks for, with values that are not safelisted.
    static func asked(_ preflight: HeaderList) -> HeaderList {
        let names = preflight.values(.accessControlRequestHeaders)
            .flatMap { $0.bytes.split(separator: UInt8(ascii: ",")) }
            .map { $0.filter { $0 != 0x20 && $0 != 0x09 } }
            .filter { ASCII.isToken($0) }
        return HeaderList(names.map { HeaderField(FieldName(unchecked: Array($0)), "\"corspec\"") })
    }

    private static func isOfScript(_ field: HeaderField) -> Bool {
        if added.contains(field.name) || field.name.folded.starts(with: "sec-".utf8) { return false }
        if field.name.folded.starts(with: ":".utf8) { return false }
        // Every client says that it takes anything.
        if field.name == "Accept", field.value == "*/*" { return false }
        // Developer tools with the cache switched off send these.
        let isOfTools = field.name == "Cache-Control" || field.name == "Pragma"
        return !(isOfTools && field.value == "no-cache")
    }
}
