import CORSVocabulary
import FetchModel

/// What a browser does with every cross-origin fetch of a HAR file.
package struct HARExplanation: Sendable {
    /// How many entries there are.
    package private(set) var entryCount: Int
    /// The cross-origin fetches, in order.
    package private(set) var fetches: [FetchExplanation] = []
    /// How many preflights belong to a fetch.
    package private(set) var pairedPreflights = 0
    /// How many preflights are without their fetch.
    package private(set) var lonePreflights = 0
    /// How many requests only follow a redirect of another.
    package private(set) var followedRedirects = 0
    /// How many requests have no `Origin`, so that no grant is asked for.
    package private(set) var withoutOrigin = 0
    /// How many requests are to the page's own origin.
    package private(set) var sameOrigin = 0
    /// How many requests are not what a script fetches: pages, sockets, images.
    package private(set) var otherKinds = 0
    /// How many entries the options leave out.
    package private(set) var leftOut = 0

    private let entries: [HAREntry]
    private let page: PageOptions
    private var used: Set<Int> = []

    /// Explains a file.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - page: What is said of the page: the origin and the credentials mode override those of the file; the address
    ///     and the method pick entries.
    package init(_ file: HARFile, page: PageOptions) {
        entries = file.entries
        entryCount = file.entries.count
        self.page = page
        for index in entries.indices where !entries[index].isPreflight && !used.contains(index) { add(index) }
        for index in entries.indices where entries[index].isPreflight && !used.contains(index) { addLone(index) }
    }

    private mutating func add(_ index: Int) {
        let entry = entries[index]
        guard isPicked(entry) else {
            leftOut += 1
            return
        }
        guard let request = request(of: entry, preflight: nil) else {
            if entry.isFetch { withoutOrigin += 1 } else { otherKinds += 1 }
            return
        }
        guard entry.isFetch else {
            otherKinds += 1
            return
        }
        guard !request.isSameOrigin else {
            sameOrigin += 1
            return
        }
        used.insert(index)
        let preflight = preflightIndex(for: index, request)
        if let preflight {
            used.insert(preflight)
            pairedPreflights += 1
        }
        let preflightEntry = preflight.map { entries[$0] }
        var fetch = ObservedFetch(
            request: self.request(of: entry, preflight: preflightEntry?.request) ?? request,
            preflight: preflightEntry?.exchange, actual: entry.exchange, redirected: redirected(from: index))
        fetch.isModeKnown = page.credentials != nil || fetch.request.credentials == .include
        if entry.response == nil { fetch.notes.append(unrecorded(entry, fetch.request)) }
        fetches.append(FetchExplainer.explain(fetch))
    }

    /// Adds a preflight whose actual request was never sent.
    private mutating func addLone(_ index: Int) {
        let entry = entries[index]
        lonePreflights += 1
        guard isPicked(entry), let exchange = entry.exchange,
            let fetch = try? TranscriptFetch.observed([exchange], page: page)
        else { return }
        fetches.append(FetchExplainer.explain(fetch))
    }

    private func isPicked(_ entry: HAREntry) -> Bool {
        let asked = entry.request.headers.first(.accessControlRequestMethod)?.bytes ?? entry.request.method.bytes
        return page.url.map(entry.url.hasPrefix) ?? true && page.method.map { $0.bytes == asked } ?? true
    }

    private func request(of entry: HAREntry, preflight: ReadRequest?) -> FetchRequest? {
        guard let origin = page.origin ?? entry.origin, Browser.isURL(entry.url) else { return nil }
        let set = ScriptHeaderLines.of(entry.request)
        // The preflight tells which headers the script set; without it, all are taken that browsers do not add.
        var headers =
            preflight.map { preflight in
                HeaderList(
                    ScriptHeaderLines.asked(preflight.headers).fields.map { asked in
                        set.fields.first { $0.name == asked.name } ?? asked
                    })
            } ?? set
        for field in page.headers { headers.set(field.name, field.value) }
        let hasCookie = entry.request.headers.contains(.cookie)
        func request(usesCORSPreflight: Bool) -> FetchRequest {
            FetchRequest(
                origin: origin, url: entry.url, method: entry.request.method, headers: headers,
                credentials: page.credentials ?? (hasCookie ? .include : .sameOrigin),
                usesCORSPreflight: usesCORSPreflight)
        }
        let plain = request(usesCORSPreflight: false)
        return preflight != nil && Browser.preflightRequest(for: plain) == nil
            ? request(usesCORSPreflight: true) : plain
    }
}

// MARK: - Pairs

extension HARExplanation {
    /// Finds the preflight of an entry: the nearest before it, else the first after it.
    private func preflightIndex(for index: Int, _ request: FetchRequest) -> Int? {
        let places = entries.indices[..<index].reversed() + Array(entries.indices[(index + 1)...])
        return places.first { place in
            let entry = entries[place]
            return entry.isPreflight && !used.contains(place) && entry.url == request.url
                && entry.request.headers.first(.accessControlRequestMethod)?.bytes == request.sentMethod.bytes
                && entry.origin == request.origin
        }
    }

    /// Finds the entries that an entry's redirects led to.
    private mutating func redirected(from index: Int) -> [ReadExchange] {
        var found: [ReadExchange] = []
        var current = index
        while let target = entries[current].redirectURL.map({ absolute($0, from: entries[current].url) }),
            let next = entries.indices[(current + 1)...].first(where: { place in
                !used.contains(place) && !entries[place].isPreflight && entries[place].url == target
            })
        {
            used.insert(next)
            followedRedirects += 1
            if let exchange = entries[next].exchange { found.append(exchange) }
            current = next
        }
        return found
    }

    private func absolute(_ location: String, from url: String) -> String {
        location.hasPrefix("/") && !location.hasPrefix("//") ? AddressParts(url).origin + location : location
    }

    private func unrecorded(_ entry: HAREntry, _ request: FetchRequest) -> FetchNote {
        var again = Browser.actualRequest(for: request)
        again.headers = SecretLines.hidden(again.headers)
        let error = entry.error.map { " (\($0))" } ?? ""
        return FetchNote(
            "The browser recorded no answer\(error), as for fetches that it blocks. corspec explain tells more of what "
                + "this prints:",
            command: AddressParts(request.url).command(again))
    }
}
