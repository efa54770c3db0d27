package import CORSVocabulary

/// A verdict, and what it came of.
package struct Judgement: Sendable {
    /// The verdict.
    package let verdict: Verdict
    /// The request as it was when the fetch ended.
    let fetch: Fetch
    /// The response that decided, or nil if none did.
    let response: HTTPResponse?
    /// The request as it was whenever a preflight was sent for it.
    private let preflights: [Fetch]

    /// Makes a judgement.
    init(verdict: Verdict, fetch: Fetch, response: HTTPResponse?, preflights: [Fetch]) {
        self.verdict = verdict
        self.fetch = fetch
        self.response = response
        self.preflights = preflights
    }

    /// Makes the judgement of a fetch that ends before it is sent.
    init(ending fetch: Fetch, _ error: NetworkError, _ section: SpecSection) {
        self.init(
            verdict: Verdict(hasPreflight: false, outcome: .failed(error, section), exposed: []),
            fetch: fetch, response: nil, preflights: [])
    }

    /// The first preflight as it goes on the wire, or nil if none is sent.
    package var preflightRequest: HTTPRequest? {
        preflights.first.map { HTTPRequest(method: .options, path: "", headers: CORSPreflight.headers($0)) }
    }

    /// How many preflights are sent.
    package var preflightCount: Int { preflights.count }

    /// The header lines of every preflight.
    var preflightHeaders: [HeaderList] { preflights.map(CORSPreflight.headers) }
}
