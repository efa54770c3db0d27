import CORSVocabulary
import FetchModel

/// Puts a page's fetch together from the exchanges of a transcript.
package struct TranscriptFetch {
    /// What stands for an address that is not known.
    private static let unknownURL = "https://api.example/"

    private let page: PageOptions
    /// The exchanges; each with those that its redirects led to.
    private let chains: [[ReadExchange]]

    /// Puts a fetch together.
    ///
    /// - Parameters:
    ///   - exchanges: What was read, in order, at least one.
    ///   - page: What is said of the page; it overrides what was read.
    /// - Returns: The fetch with the answers to it.
    /// - Throws: `FetchError` if the page's origin is not known, or the address is none.
    package static func observed(
        _ exchanges: [ReadExchange], page: PageOptions
    ) throws(FetchError) -> ObservedFetch {
        var chains: [[ReadExchange]] = []
        for exchange in exchanges {
            if exchange.followsRedirect, !chains.isEmpty {
                chains[chains.count - 1].append(exchange)
            } else {
                chains.append([exchange])
            }
        }
        return try TranscriptFetch(page: page, chains: chains).observed()
    }

    private func observed() throws(FetchError) -> ObservedFetch {
        let preflightIndex = try preflightIndex()
        let actualIndex = chains.indices.first { $0 != preflightIndex && !isPreflight(chains[$0][0]) }
        let preflight = preflightIndex.map { chains[$0][0] }
        let actual = actualIndex.map { chains[$0] } ?? []
        var fetch = ObservedFetch(
            request: try request(preflight: preflight?.request, actual: actual.first?.request),
            preflight: preflight, actual: actual.first, redirected: Array(actual.dropFirst()))
        fetch.isModeKnown = page.credentials != nil || fetch.request.credentials == .include
        fetch.notes = FetchNotes(fetch: fetch, page: page, isURLKnown: knownURL(preflight, actual.first) != nil).all
        let used = (preflight == nil ? 0 : 1) + (actual.isEmpty ? 0 : 1)
        if chains.count > used {
            fetch.notes.append(
                FetchNote("\(chains.count - used) more of what the transcript holds is not looked at."))
        }
        return fetch
    }

    /// Finds the preflight: by its request, or where no request is shown by what its answer says.
    private func preflightIndex() throws(FetchError) -> Int? {
        if let index = chains.firstIndex(where: { isPreflight($0[0]) }) { return index }
        guard let first = chains.first?.first, first.request == nil else { return nil }
        let looksLikeOne = [
            FieldName.accessControlAllowMethods, .accessControlAllowHeaders, .accessControlMaxAge,
        ].contains(where: first.response.headers.contains)
        let request = try request(preflight: nil, actual: nil)
        guard looksLikeOne || chains.count > 1, Browser.preflightRequest(for: request) != nil else { return nil }
        return 0
    }

    /// Says whether an exchange's request is a preflight, or was meant as one.
    private func isPreflight(_ exchange: ReadExchange) -> Bool {
        guard let request = exchange.request, request.method == .options else { return false }
        if request.headers.contains(.accessControlRequestMethod) { return true }
        let hasOther = chains.contains { $0[0].request.map { $0.method != .options } ?? false }
        return hasOther || page.method.map { $0 != .options } ?? !page.headers.isEmpty
    }

    private func knownURL(_ preflight: ReadExchange?, _ actual: ReadExchange?) -> String? {
        page.url ?? actual?.request?.url ?? preflight?.request?.url
    }

    private func request(preflight: ReadRequest?, actual: ReadRequest?) throws(FetchError) -> FetchRequest {
        let requests = [actual, preflight].compactMap(\.self) + chains.compactMap { $0[0].request }
        let sent = requests.lazy.compactMap { $0.headers.first(.origin) }.first
        guard let origin = page.origin ?? sent.map({ Origin(bytes: Self.trimmed($0.bytes)) }) else {
            throw .originUnknown
        }
        let url = page.url ?? actual?.url ?? preflight?.url ?? Self.unknownURL
        guard Browser.isURL(url) else { throw .notAnAddress(url) }
        let asked = preflight?.headers.first(.accessControlRequestMethod).map { Self.trimmed($0.bytes) }
        let method = page.method ?? actual?.method ?? asked.flatMap { Method(Latin1.text($0)) } ?? .get
        var headers = actual.map(ScriptHeaderLines.of) ?? preflight.map { ScriptHeaderLines.asked($0.headers) } ?? [:]
        for field in page.headers { headers.set(field.name, field.value) }
        let isCredentialed = actual.map { $0.hasUser || $0.headers.contains(.cookie) } ?? false
        func request(usesCORSPreflight: Bool) -> FetchRequest {
            FetchRequest(
                origin: origin, url: url, method: method, headers: headers,
                credentials: page.credentials ?? (isCredentialed ? .include : .sameOrigin),
                usesCORSPreflight: usesCORSPreflight)
        }
        let plain = request(usesCORSPreflight: false)
        // A preflight that was sent is judged, also where a browser would send none.
        return preflight != nil && Browser.preflightRequest(for: plain) == nil
            ? request(usesCORSPreflight: true) : plain
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        while let first = rest.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return Array(rest)
    }
}
