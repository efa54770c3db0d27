import CORSVocabulary
import FetchModel

/// What is said of a transcript whose requests are not those of a browser.
struct FetchNotes {
    /// The fetch.
    let fetch: ObservedFetch
    /// What is said of the page.
    let page: PageOptions
    /// Whether its address is known.
    let isURLKnown: Bool

    private var address: AddressParts { AddressParts(fetch.request.url) }

    /// The notes.
    var all: [FetchNote] {
        var notes: [FetchNote] = []
        if !isURLKnown {
            notes.append(
                FetchNote("The address is not known; \(fetch.request.url) stands for it. --url says which it is."))
        }
        if fetch.request.isSameOrigin {
            notes.append(FetchNote("The address is of the page's own origin: CORS does not come into it."))
        }
        if isMixedContent {
            notes.append(
                FetchNote(
                    "A page on https that fetches from http is blocked before CORS comes into it, as mixed content."))
        }
        if fetch.preflight != nil, fetch.request.usesCORSPreflight {
            notes.append(
                FetchNote(
                    "A browser sends no preflight for such a fetch, unless the page listens to the upload's progress; "
                        + "the one of the transcript is judged all the same."))
        }
        if fetch.preflight == nil, fetch.actual?.request?.method == .options, page.method == nil {
            notes.append(
                FetchNote(
                    "An OPTIONS request without Access-Control-Request-Method is no preflight. Where it was meant as "
                        + "one, --method says which method the page uses."))
        }
        if let note = preflightNote { notes.append(note) }
        if let note = originNote ?? unknownRequestNote { notes.append(note) }
        return notes
    }

    /// Whether a secure page fetches from an insecure server that is not on its own machine.
    ///
    /// https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
    private var isMixedContent: Bool {
        guard isURLKnown, fetch.request.origin.text.hasPrefix("https://"), address.origin.hasPrefix("http://") else {
            return false
        }
        let host = address.origin.dropFirst("http://".count).prefix { $0 != ":" }
        return !(host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "[")
    }

    /// The transcript's preflight asks for something else than the browser's.
    private var preflightNote: FetchNote? {
        guard let sent = fetch.preflight?.request, sent.isComplete,
            let due = Browser.preflightRequest(for: fetch.request)
        else { return nil }
        let names: [FieldName] = [.origin, .accessControlRequestMethod, .accessControlRequestHeaders]
        let differing = names.filter { values($0, sent.headers) != values($0, due.headers) }.map(\.text)
        guard !differing.isEmpty else { return nil }
        return FetchNote(
            "The preflight of the transcript is not the one that a browser sends (\(differing.joined(separator: ", "))),"
                + " so that its answer may be another. The browser's is sent by:",
            command: address.command(due))
    }

    /// The transcript's request does not say which page asks.
    private var originNote: FetchNote? {
        guard let sent = fetch.actual?.request, sent.isComplete,
            sent.headers.first(.origin)?.bytes != fetch.request.origin.bytes
        else { return nil }
        let problem =
            sent.headers.contains(.origin)
            ? "The request of the transcript has the Origin line of another page."
            : "The request of the transcript has no Origin line."
        return FetchNote("\(problem) A request as the page makes it is sent by:", command: actualCommand)
    }

    /// The transcript does not show the request at all.
    private var unknownRequestNote: FetchNote? {
        guard fetch.actual != nil, fetch.actual?.request == nil else { return nil }
        return FetchNote(
            "The transcript does not show the request; the lines after > are those that the browser sends. A server may "
                + "answer otherwise where there is no Origin line. The browser's request is sent by:",
            command: actualCommand)
    }

    /// The command that sends the actual request, what is secret in it left to the shell.
    private var actualCommand: String {
        var request = Browser.actualRequest(for: fetch.request)
        request.headers = SecretLines.hidden(request.headers)
        return address.command(request)
    }

    /// The members of a header's lines, in lower case, sorted.
    private func values(_ name: FieldName, _ headers: HeaderList) -> [String] {
        headers.values(name).flatMap { $0.text.lowercased().split(separator: ",") }
            .map { $0.split(separator: " ").joined(separator: " ") }.sorted()
    }
}
