import CORSVocabulary
import StrictJSON
import Testing

@testable import CORSPolicy

@Suite("Lint")
struct LintTests {
    private func lint(_ text: String) throws -> [LintFinding] { try Lint.check(Array(text.utf8), file: "p.json") }

    /// A finding as `line:column severity code`.
    private func told(_ text: String) throws -> [String] {
        try lint(text).map { finding in
            let place = finding.position.map { "\($0.line):\($0.column) " } ?? ""
            return "\(place)\(finding.severity.rawValue) \(finding.code)"
        }
    }

    @Test
    func `Everything is told at once, in the order of the file`() throws {
        let text = """
            {
              "max_age": 1.5,
              "allow_origins": ["HTTPS://App.Example.com:443/x", "null", "*.example.com", "127.0.0.1"],
              "allow_credentials": "yes",
              "allow_orgin_regex": "x",
              "allow_methods": ["get", "GET", "GET"]
            }
            """
        #expect(
            try told(text) == [
                "2:14 broken max-age-fractional", "3:21 broken origin-path", "3:54 hazard null-origin",
                "3:62 broken origin-glob", "3:79 broken origin-missing-scheme", "4:24 broken wrong-type",
                "5:3 broken unknown-member", "6:21 broken method-case", "6:35 note duplicate-entry",
            ])
    }

    @Test(arguments: [
        ("HTTPS://user@App.Example.com:443/x?y", "https://app.example.com"),
        ("app.example.com:8443/", "https://app.example.com:8443"),
        ("http://app.example.com:0080", "http://app.example.com"), ("wss://app.example.com", "https://app.example.com"),
        ("http://0x7f.1:3000", "http://127.0.0.1:3000"), ("http://[0:0:0::1]:3000", "http://[::1]:3000"),
        ("http://[::ffff:1.2.3.4]", "http://[::ffff:102:304]"), ("http://2130706433", "http://127.0.0.1"),
    ])
    func `The spelling that browsers send is given whole`(origin: String, sent: String) throws {
        let found = try lint("{\"allow_origins\": [\"\(origin)\"]}").first { $0.severity == .broken }
        #expect(found?.fix == "write \"\(sent)\"")
    }

    @Test(arguments: [
        "https://app.example.com", "http://127.0.0.1:8080", "http://[::1]:3000", "http://[2001:db8::1]",
        "capacitor://localhost", "chrome-extension://abcdefghijklmnopabcdefghijklmnop", "https://xn--caf-dma.example",
        "https://a_b.example.com", "https://1.example.com:8443",
    ])
    func `An origin as browsers send it can match`(origin: String) throws {
        #expect(try lint("{\"allow_origins\": [\"\(origin)\"]}").filter { $0.severity > .note }.isEmpty)
    }

    @Test
    func `Each environment is looked at, and what is common is told once`() throws {
        let text = """
            {"allow_methods": ["get"], "allow_credentials": true, "environments": {
              "production": {"allow_origins": ["http://app.example.com"]},
              "development": {"allow_origin_regex": "https://.*"}}}
            """
        let found = try lint(text)
        #expect(
            found.map { "\($0.code) \($0.environments)" } == [
                "method-case []", "http-with-credentials [\"production\"]",
                "regex-any-origin-with-credentials [\"development\"]",
            ])
    }

    @Test(arguments: ["[]", "null", "\"policy\"", "{\"environments\": []}", "{\"environments\": {}}"])
    func `JSON of another shape is a finding`(text: String) throws {
        let found = try lint(text)
        #expect(found.contains { $0.severity == .broken })
        #expect(found.allSatisfy { $0.severity != .broken || $0.position != nil })
    }

    @Test(arguments: ["", "{", "{\"allow_origins\": [}", "\u{FEFF}{}", "{'a': 1}"])
    func `What is no JSON cannot be looked at`(text: String) throws {
        #expect(throws: Diagnostic.self) { try lint(text) }
    }

    /// Whatever the strict reader refuses, lint tells of at the same place.
    @Test(arguments: PolicyReaderTests.wrong.map(\.text))
    func `What corspec run would refuse is a finding`(text: String) throws {
        let diagnostics = Diagnostics(file: "p.json")
        _ = PolicyReader.read(Array(text.utf8), name: "p", into: diagnostics)
        let found = try lint(text)
        for error in diagnostics.all where error.severity == .error {
            #expect(found.contains { $0.severity >= .broken && $0.position == error.position }, "\(error)")
        }
    }

    @Test(arguments: [
        #"https://([a-z]+)+\.example\.com"#, #"https://(a|a)*\.example\.com"#, #"https://([a-z0-9]+-?)*\.example\.com"#,
        #"https://.*.*.*.*.*\.example\.com"#,
    ])
    func `A slow pattern is shown by an input, and by how the time grows`(pattern: String) throws {
        let text = JSONWriter.line(.object([("allow_origin_regex", .string(pattern))]))
        let found = try #require(try lint(text).first { $0.code == "regex-slow" })
        let witness = try #require(found.witness)
        #expect(witness.utf8.count <= OriginPattern.maximumLength)
        #expect(found.growth.last?.length == witness.utf8.count)
        #expect(found.growth.last?.milliseconds == nil)
        #expect(found.growth.dropLast().allSatisfy { $0.milliseconds != nil })
        #expect(found.growth.map(\.length) == found.growth.map(\.length).sorted())
    }

    @Test(arguments: [
        (#"http://localhost:[0-9]+|null"#, "regex-null"), (#"https?://app\.example\.com"#, "http-with-credentials"),
        (#"moz-extension://[0-9a-f-]+"#, "regex-any-extension"),
        (#"https://app\.example\.com/"#, "regex-matches-nothing"),
        (#"https://App\.Example\.com"#, "regex-matches-nothing"),
        (#"https://app\.example\.com:443"#, "regex-matches-nothing"),
        (#"https://a\.example\.com|https://b\.example\.com/"#, "regex-dead-alternative"),
        (#"https://app\.example\.com:\d+"#, "regex-any-port"),
        (#"https://(?<h>app)\.example\.\k<h>"#, "regex-not-analysed"),
    ])
    func `What is wrong in a pattern is told by its code`(pattern: String, code: String) throws {
        let policy = JSONOutput.object([
            ("allow_origin_regex", .string(pattern)), ("allow_credentials", .bool(true)),
        ])
        #expect(try lint(JSONWriter.line(policy)).map(\.code).contains(code))
    }

    @Test
    func `Codes are unique, and texts are sentences`() {
        #expect(Set(Lint.rules.map(\.code)).count == Lint.rules.count)
        for rule in Lint.rules {
            #expect(rule.why.hasSuffix("."))
            #expect(!rule.summary.hasSuffix("."))
        }
    }
}
