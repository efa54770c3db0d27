import CORSExplanation
import CORSReports
import CORSRunner
import CORSVocabulary
import FetchModel
import StrictJSON
import Testing

@Suite("HAR files")
struct HARTests {
    /// An entry: header lines are written `Name: value`.
    private static func entry(
        _ method: String, _ url: String, _ request: [String], _ status: Int, _ response: [String] = [],
        more: String = "", answer: String = ""
    ) -> String {
        func headers(_ lines: [String]) -> String {
            lines.map { line in
                let parts = line.split(separator: ": ", maxSplits: 1)
                return #"{"name": "\#(parts[0])", "value": "\#(parts.count > 1 ? parts[1] : "")"}"#
            }.joined(separator: ", ")
        }
        return """
            {"startedDateTime": "2026-01-01T00:00:00Z", "_unknown": {"a": [1, null]}, \(more)
             "request": {"method": "\(method)", "url": "\(url)", "headers": [\(headers(request))], "cookies": []},
             "response": {"status": \(status), \(answer) "headers": [\(headers(response))], "content": {}}}
            """
    }

    private static let page = "Origin: https://app.example.com"
    private static let granted = "Access-Control-Allow-Origin: https://app.example.com"
    private static let api = "https://api.example.com/items"

    private static let shop: [String] = [
        entry("GET", "https://app.example.com/", [":authority: app", "Sec-Fetch-Mode: navigate"], 200),
        entry("GET", "https://app.example.com/a.png", ["Sec-Fetch-Mode: no-cors"], 200),
        entry("POST", "https://app.example.com/log", [page, "Sec-Fetch-Mode: cors"], 204),
        entry("POST", "https://pay.example/form", [page, "Sec-Fetch-Mode: navigate"], 200),
        entry("GET", "wss://api.example.com/socket", [page], 101),
        entry("GET", api, [page, "Sec-Fetch-Mode: cors", "Accept: */*"], 200, [granted, "X-A: 1"]),
        // Chromium shows what it blocks without an answer, and the preflight after it.
        entry(
            "PUT", "\(api)/1", [page, "Content-Type: application/json"], 0, more: #""_resourceType": "fetch","#,
            answer: #""_error": "net::ERR_FAILED","#),
        entry(
            "OPTIONS", "\(api)/1",
            [page, "Access-Control-Request-Method: PUT", "Access-Control-Request-Headers: content-type"], 401,
            ["WWW-Authenticate: Bearer"]),
        entry("GET", "https://cdn.example/x", ["Accept: */*"], 200),
    ]

    private static func har(_ entries: [String]) -> String {
        #"{"log": {"version": "1.2", "creator": {}, "entries": [\#(entries.joined(separator: ",\n"))]}}"#
    }

    private static func explanation(_ entries: [String], page: PageOptions = PageOptions()) throws -> HARExplanation {
        HARExplanation(try HARReader.read(Array(har(entries).utf8), file: "s.har"), page: page)
    }

    private static func text(_ har: HARExplanation) -> String {
        HARText(har, paint: Paint(isOn: false), width: 96).lines.joined(separator: "\n")
    }

    @Test
    func `Every cross-origin fetch is judged, and all else is counted`() throws {
        let har = try Self.explanation(Self.shop)
        #expect(har.entryCount == 9)
        #expect(har.fetches.map(\.isBlocked) == [false, true])
        #expect(har.pairedPreflights == 1)
        #expect(har.lonePreflights == 0)
        #expect(har.sameOrigin == 1)
        #expect(har.withoutOrigin == 1)
        #expect(har.otherKinds == 4)
        #expect(har.fetches[1].finding?.cause?.id == "auth-before-cors")
        let text = Self.text(har)
        #expect(
            text.hasPrefix(
                "9 entries: 2 cross-origin fetches judged (1 readable, 1 blocked), 1 with a preflight of their\nown, 1 "
            ))
        #expect(text.contains("\nBLOCKED   The preflight's answer has no Access-Control-Allow-Origin.\n"))
        #expect(text.hasSuffix("\nREADABLE  GET https://api.example.com/items"))
        #expect(text.contains("(net::ERR_FAILED)"))
    }

    @Test
    func `A blocked fetch of which nothing was recorded is told with a command`() throws {
        let har = try Self.explanation([
            Self.entry(
                "GET", Self.api, ["Referer: https://app.example.com/page", "Authorization: Bearer secret"], 0,
                more: #""_resourceType": "xhr","#)
        ])
        #expect(har.fetches.map(\.isBlocked) == [nil])
        let text = Self.text(har)
        #expect(text.contains("The browser recorded no answer, as for fetches that it blocks."))
        #expect(text.contains("curl -i -H 'Origin: https://app.example.com'"))
        #expect(!text.contains("secret"))
        #expect(text.contains("\nUNKNOWN   No answer is known.\n"))
    }

    @Test
    func `Redirects and lone preflights are followed up`() throws {
        let har = try Self.explanation([
            Self.entry(
                "GET", Self.api, [Self.page], 302, [Self.granted, "Location: /items/"],
                answer: #""redirectURL": "/items/","#),
            Self.entry("GET", Self.api + "/", [Self.page], 200, ["Server: nginx"]),
            Self.entry(
                "OPTIONS", Self.api, [Self.page, "Access-Control-Request-Method: DELETE"], 204, [Self.granted]),
        ])
        #expect(har.followedRedirects == 1)
        #expect(har.lonePreflights == 1)
        #expect(har.fetches.map(\.isBlocked) == [true, true])
        #expect(har.fetches.map { $0.finding?.cause?.id } == ["cors-not-on-route", "methods-missing"])
    }

    @Test
    func `Options override the page and pick entries`() throws {
        var page = PageOptions()
        page.credentials = .include
        page.url = Self.api
        page.method = .get
        let har = try Self.explanation(Self.shop, page: page)
        #expect(har.leftOut == 7)
        #expect(har.fetches.map { $0.finding?.cause?.id } == ["credentials-missing"])
    }

    @Test
    func `Fetches that are blocked alike are told of once`() throws {
        let entries = (0..<12).map { Self.entry("GET", Self.api + "/\($0)", [Self.page], 200) }
        let text = Self.text(try Self.explanation(entries))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("BLOCKED") } == 1)
        #expect(text.contains("\nas well   GET https://api.example.com/items/1, "))
        #expect(text.contains("and 3 more"))
    }

    @Test
    func `Of many readable fetches the first are listed`() throws {
        let entries = (0..<25).map { Self.entry("GET", Self.api + "/\($0)", [Self.page], 200, [Self.granted]) }
        let text = Self.text(try Self.explanation(entries))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("READABLE") } == 20)
        #expect(text.hasSuffix("\n          and 5 more"))
    }

    @Test(arguments: [
        ("", "s.har:1:1: error: the file is empty"), ("{", "s.har:1:2: error: "),
        ("[]", "s.har:1:1: error: a HAR file must be an object, not a list; this is no HAR file"),
        ("{\"a\": 1}", "s.har:1:1: error: a member \"log\" was expected"),
        ("{\"log\": {}}", "s.har:1:1: error: a member \"entries\" was expected"),
        ("{\"log\": {\"entries\":\n [1]}}", "s.har:2:3: error: an entry must be an object, not a number"),
        (
            "{\"log\": {\"entries\": [{\"request\": {\"method\": \"GET\", \"url\": 1}}]}}",
            "s.har:1:22: error: a member \"response\" was expected"
        ),
    ])
    func `What is no HAR is named by its place`(text: String, error: String) {
        let thrown = #expect(throws: Diagnostic.self) { try HARReader.read(Array(text.utf8), file: "s.har") }
        #expect(thrown?.description.hasPrefix(error) == true, "\(thrown?.description ?? "")")
    }

    @Test
    func `What exporters write beyond our own formats is read`() throws {
        let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        let entry = Self.entry(
            "GET", Self.api, [Self.page], 200, [#"X-A: \ud83d"#, #"X-B: \ud83dx"#, #"Set-Cookie: a\nb"#],
            more: #""_deep": \#(deep), "#)
        let file = try HARReader.read([0xEF, 0xBB, 0xBF] + Array(Self.har([entry]).utf8), file: "s.har")
        #expect(file.entries.count == 1)
        #expect(file.entries[0].response?.headers.values("Set-Cookie").count == 2)
    }
}
