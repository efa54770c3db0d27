import CORSVocabulary

/// The URL parser, as far as a fetch depends on it: the parts that make origins and addresses.
///
/// https://url.spec.whatwg.org/#concept-basic-url-parser
enum URLParser {
    /// Parses an address, against a base where it is relative.
    ///
    /// - Returns: The URL, or nil for a failure.
    static func parse(_ input: some Collection<UInt8>, base: URLRecord? = nil) -> URLRecord? {
        let bytes = cleaned(input)
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]) {
            let scheme = bytes[..<colon].map(ASCII.lower)
            let rest = bytes[(colon + 1)...]
            guard isSpecial(scheme) else { return opaque(scheme, rest) }
            // A special scheme without slashes is relative to a base of the same scheme.
            if scheme != base?.scheme || startsWithSlashes(rest) { return authority(scheme, rest.drop(while: isSlash)) }
            return base.flatMap { relative(rest, $0) }
        }
        guard let base, base.host != nil else { return nil }
        return relative(bytes[...], base)
    }

    /// Drops the controls and spaces around an address, and the tabs and line breaks in it.
    private static func cleaned(_ input: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(input.drop { $0 <= 0x20 })
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        if bytes.contains(where: isDropped) { bytes.removeAll(where: isDropped) }
        return bytes
    }

    private static func isDropped(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    private static func startsWithSlashes(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count > 1 && bytes.prefix(2).allSatisfy(isSlash)
    }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, ASCII.lower(first) >= 0x61, ASCII.lower(first) <= 0x7A else { return false }
        return bytes.allSatisfy { byte in
            let lower = ASCII.lower(byte)
            if lower >= 0x61 && lower <= 0x7A { return true }
            return (byte >= 0x30 && byte <= 0x39) || "+-.".utf8.contains(byte)
        }
    }

    /// Schemes whose URLs have a host and an origin.
    ///
    /// https://url.spec.whatwg.org/#special-scheme
    private static func isSpecial(_ scheme: [UInt8]) -> Bool { DefaultPort.of(scheme) != nil }

    /// Makes a URL of another scheme; one with slashes has a host, the way application schemes write their origins.
    private static func opaque(_ scheme: [UInt8], _ rest: ArraySlice<UInt8>) -> URLRecord? {
        let path = rest.prefix { $0 != UInt8(ascii: "#") }
        var url = URLRecord(scheme: scheme, path: Array(path), query: [], origin: Origin.null.bytes)
        guard path.starts(with: "//".utf8) else { return url }
        let host = path.dropFirst(2).prefix { !"/?".utf8.contains($0) }
        url.host = Array(host)
        url.path = Array(path[host.endIndex...])
        if !host.isEmpty, !scheme.elementsEqual("file".utf8) { url.origin = url.authority }
        return url
    }
}

// MARK: - Authority

extension URLParser {
    /// Parses what follows the slashes: credentials, host, port, path.
    private static func authority(_ scheme: [UInt8], _ rest: ArraySlice<UInt8>) -> URLRecord? {
        var host = rest.prefix { !endsAuthority($0) }
        var url = URLRecord(scheme: scheme, path: [], query: [], origin: [])
        let path = rest[host.endIndex...]
        if let at = host.lastIndex(of: UInt8(ascii: "@")) {
            url.includesCredentials = host[..<at].contains { $0 != UInt8(ascii: ":") }
            host = host[(at + 1)...]
        }
        let isBracketed = host.first == UInt8(ascii: "[")
        let search = isBracketed ? host.firstIndex(of: UInt8(ascii: "]")) : host.startIndex
        guard let search else { return nil }
        if let colon = host[search...].firstIndex(of: UInt8(ascii: ":")) {
            guard let port = port(host[(colon + 1)...]) else { return nil }
            url.port = port == DefaultPort.of(scheme) || port < 0 ? nil : port
            host = host[..<colon]
        }
        guard let parsed = HostParser.parse(host) else { return nil }
        url.host = parsed
        url.origin = url.authority
        setPath(&url, path, base: [])
        return url
    }

    /// Reads a port: -1 where there is none after the colon, nil where it is no port.
    private static func port(_ digits: ArraySlice<UInt8>) -> Int? {
        if digits.isEmpty { return -1 }
        var port = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            port = port * 10 + Int(digit - 0x30)
            guard port <= 65_535 else { return nil }
        }
        return port
    }
}

// MARK: - Relative addresses and paths

extension URLParser {
    private static func relative(_ bytes: ArraySlice<UInt8>, _ base: URLRecord) -> URLRecord? {
        if startsWithSlashes(bytes) { return authority(base.scheme, bytes.drop(while: isSlash)) }
        var url = base
        guard let first = bytes.first, first != UInt8(ascii: "#") else { return url }
        if first == UInt8(ascii: "?") {
            url.query = PercentEncoding.query(bytes.prefix { $0 != UInt8(ascii: "#") })
            return url
        }
        let folder = base.path.lastIndex(of: UInt8(ascii: "/")).map { Array(base.path[..<$0]) } ?? []
        setPath(&url, bytes, base: isSlash(first) ? [] : folder)
        return url
    }

    /// Sets the path and the query, with the dot segments taken out.
    private static func setPath(_ url: inout URLRecord, _ bytes: ArraySlice<UInt8>, base: [UInt8]) {
        let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        url.query = PercentEncoding.query(bytes[path.endIndex...].prefix { $0 != UInt8(ascii: "#") })
        if base.isEmpty, !path.contains(UInt8(ascii: ".")), !path.contains(UInt8(ascii: "\\")) {
            url.path = path.isEmpty ? [UInt8(ascii: "/")] : PercentEncoding.path(path)
            return
        }
        var segments = base.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst().map(
            Array.init)
        let isRooted = path.first.map(isSlash) ?? true
        let added = path.split(omittingEmptySubsequences: false, whereSeparator: isSlash).dropFirst(isRooted ? 1 : 0)
        for (index, segment) in added.enumerated() {
            let isLast = index == added.count - 1
            let plain = Latin1.text(segment).lowercased()
            switch plain {
            case "..", ".%2e", "%2e.", "%2e%2e":
                _ = segments.popLast()
                if isLast { segments.append([]) }
            case ".", "%2e": if isLast { segments.append([]) }
            default: segments.append(PercentEncoding.path(segment))
            }
        }
        url.path = segments.flatMap { [UInt8(ascii: "/")] + $0 }
        if url.path.isEmpty { url.path = [UInt8(ascii: "/")] }
    }
}
