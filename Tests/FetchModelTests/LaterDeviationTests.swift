import CORSVocabulary
import FetchModel
import Testing

/// Deviations that were found after the exchanges were recorded; `Tests/Browsers` meets them.
@Suite("Where engines leave the standard, found by random exchanges")
struct LaterDeviationTests {
    static let deviations: [Deviation] = [
        .differentSingleLines, .manualLocationInvalid, .emptyOriginLineDropped, .clientHintsAfterRedirect,
    ]

    /// Returns the classes that an engine's behaviour has for a fetch of another server, and how it ends there.
    private func ends(
        _ headers: [HeaderField], in engine: Engine, status: Int = 200, redirect: RedirectMode = .follow
    ) throws -> String {
        let request = FetchRequest(
            origin: Origin("https://app.example.com"), url: "https://api.example.org/", redirect: redirect)
        let response = HTTPResponse(status: status, headers: HeaderList(headers))
        let judgements = try EngineJudgements(Exchange(request: request, preflightResponse: nil, response: response))
        let differences = judgements.differences.filter { $0.engine == engine }
        let outcome = differences.first?.verdict.outcomeName ?? judgements.standard.verdict.outcomeName
        return ([outcome] + differences.map { $0.deviation.name }).joined(separator: " ")
    }

    @Test(arguments: Engine.allCases, ["Location", "Content-Disposition", "Content-Length"] as [FieldName])
    func `Lines that differ fail where one is allowed`(engine: Engine, name: FieldName) throws {
        let grant = HeaderField("Access-Control-Allow-Origin", "*")
        let first = HeaderField(name, "1")
        #expect(
            try ends([grant, first, HeaderField(name, "2")], in: engine) == "blocked BOTH-DIFFERENT-SINGLE-LINES")
        #expect(try ends([grant, first, HeaderField(name, " 1 ")], in: engine) == "readable")
    }

    @Test(arguments: ["http://", "http://[", "http://127.0.0.1:99999/"] as [FieldValue])
    func `Chromium fails a redirect to nowhere in mode manual as well`(location: FieldValue) throws {
        let headers = [HeaderField("Access-Control-Allow-Origin", "*"), HeaderField("Location", location)]
        #expect(
            try ends(headers, in: .chromium, status: 302, redirect: .manual) == "blocked CR-MANUAL-LOCATION-INVALID")
        #expect(try ends(headers, in: .firefox, status: 302, redirect: .manual) == "opaqueredirect")
    }

    @Test(arguments: [(127, false), (128, true)])
    func `Chromium leaves no space behind values it combined`(count: Int, isDue: Bool) throws {
        let value = FieldValue(Array(repeating: 0x61, count: count))
        let request = FetchRequest(
            origin: Origin("https://a.example"), url: "https://b.example/", headers: ["Accept": value, "Accept": ""])
        let refusal = HTTPResponse(status: 403, headers: [:])
        let exchange = Exchange(request: request, preflightResponse: refusal, response: refusal)
        #expect(try Browser.judge(exchange, deviations: Engine.chromium.deviations).verdict.hasPreflight == isDue)
    }

    @Test(arguments: [("DPR", false), ("ECT", false), ("Save-Data", true)] as [(FieldName, Bool)])
    func `Chromium asks again for no client hint but one after a redirect`(name: FieldName, isAsked: Bool) throws {
        let request = FetchRequest(
            origin: Origin("https://a.example"), url: "https://a.example/",
            headers: HeaderList([HeaderField(name, "x")]))
        let there = Hop(
            url: "https://b.example/", preflightResponse: HTTPResponse(status: 403, headers: [:]),
            response: HTTPResponse(status: 200, headers: ["Access-Control-Allow-Origin": "*"]))
        let response = HTTPResponse(status: 302, headers: ["Location": "https://b.example/"])
        let exchange = Exchange(request: request, preflightResponse: nil, response: response, redirects: [there])
        let verdict = try Browser.judge(exchange, deviations: Engine.chromium.deviations).verdict
        #expect(verdict.hasPreflight == isAsked)
        #expect(verdict.isReadable != isAsked)
    }

    @Test(arguments: [("", "*"), ("*", ""), ("*", " ")] as [(FieldValue, FieldValue)])
    func `Firefox ignores an empty origin line, unless both are named in capitals`(
        first: FieldValue, second: FieldValue
    ) throws {
        let small = HeaderField("access-control-allow-origin", first)
        let large = HeaderField("Access-Control-Allow-Origin", first)
        let other = HeaderField("Access-Control-Allow-Origin", second)
        #expect(try ends([small, other], in: .firefox) == "readable FF-EMPTY-ACAO-LINE-DROPPED")
        #expect(try ends([small, other], in: .chromium) == "blocked")
        #expect(try ends([large, other], in: .firefox) == "blocked")
    }
}
