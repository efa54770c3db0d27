import Foundation
import Testing

@testable import corspec

@Suite("corspec lint")
struct LintCommandTests {
    private static let faulty = """
        {
          "allow_origins": ["https://app.example.com/"],
          "allow_origin_regex": "https://.*example\\\\.com",
          "allow_credentials": true,
          "max_age": 86400
        }

        """

    @Test
    func `A person reads what is wrong, where, by what it is shown, and what to write`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("p.json", Self.faulty)
        let process = try CorspecProcess.run(["lint", "--policy", "p.json"], folder: scratch.url)
        #expect(process.code == 1)
        #expect(process.errors.isEmpty)
        let text = #"""
            p.json:2:21: broken: origin-trailing-slash
                      "https://app.example.com/" in "allow_origins" can never match: an origin has no slash
                      at its end; browsers send "https://app.example.com"
              why     Browsers send an origin without it, and origins are compared byte for byte.
              fix     write "https://app.example.com"
              section https://fetch.spec.whatwg.org/#origin-header

            p.json:3:25: unsafe: regex-missing-boundary
                      nothing says where the name before "example.com" ends
              witness https://0example.com
              why     Whoever registers a longer name that ends alike is granted.
              fix     write (.*\\.)? before it in JSON, which is (.*\.)? in the pattern
              section https://fetch.spec.whatwg.org/#origin-header

            p.json:5:14: note: max-age-beyond-browsers
                      "max_age" is 86400, and only Firefox keeps it so long
              why     Chromium remembers a preflight for 7200 seconds at most, Firefox for 86400, Safari for
                      600.
              fix     write 7200, or leave it: browsers cut it themselves
              section https://fetch.spec.whatwg.org/#cors-preflight-cache

            1 policy, 3 findings: 1 unsafe, 1 broken, 1 note

            """#
        #expect(process.output == text)
    }

    @Test
    func `A program reads the same as JSON`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("p.json", Self.faulty)
        let process = try CorspecProcess.run(
            ["lint", "--policy", "p.json", "--policy", "list", "--format", "json"], folder: scratch.url)
        #expect(process.code == 1)
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
        #expect(report["lint_format"] as? Int == 1)
        let policies = try #require(report["policies"] as? [[String: Any]])
        #expect(policies.map { $0["name"] as? String } == ["p", "list"])
        let findings = try #require(policies[0]["findings"] as? [[String: Any]])
        #expect(
            findings.map { $0["code"] as? String } == [
                "origin-trailing-slash", "regex-missing-boundary", "max-age-beyond-browsers",
            ])
        #expect(findings.map { $0["line"] as? Int } == [2, 3, 5])
        #expect(findings[1]["witness"] as? String == "https://0example.com")
        #expect(findings[1]["section"] as? String == "origin-header")
    }

    /// What lint says of each policy that ships.
    private static let bundled: [String: [String]] = [
        "any-all": ["wildcard-without-authorization"], "any": [], "apps": [], "bare": [],
        "credentials-all": ["wildcard-methods-with-credentials", "wildcard-headers-with-credentials"],
        "list-anonymous": [], "list": ["localhost-twin"], "local": [], "many": [], "none": ["no-origins"],
        "odd": ["method-options"],
        "opaque": ["null-origin"], "regex-alternatives": [], "regex-port": [], "regex": [], "single": [], "strict": [],
        "trap-regex": ["regex-any-origin-with-credentials"],
        "trap-schemes": ["regex-any-origin-with-credentials"], "trap": ["any-origin-with-credentials"],
    ]

    @Test
    func `The policies that ship hold no surprise`() throws {
        let names = try CorspecProcess.run(["list", "policies"]).output.split(separator: "\n")
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        let process = try CorspecProcess.run(
            ["lint", "--format", "json"] + names.flatMap { ["--policy", $0] })
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
        let policies = try #require(report["policies"] as? [[String: Any]])
        var found: [String: [String]] = [:]
        for policy in policies {
            let findings = try #require(policy["findings"] as? [[String: Any]])
            found[try #require(policy["name"] as? String)] = findings.compactMap { $0["code"] as? String }
        }
        #expect(found == Self.bundled)
        #expect(process.code == 1)
    }

    /// Arguments, with spaces between them, and the exit code.
    private static let codes: [(String, Int32)] = [
        ("--policy list", 0), ("--policy trap", 1), ("--policy opaque", 0), ("--policy opaque --strict", 1),
        ("--allow-origin https://a.example/", 1), ("--allow-origin https://a.example", 0),
        ("--max-age -1 --allow-origin=*", 1), ("--policy none-such.json", 2), ("--policy lst", 2), ("", 2),
        ("--policy list x", 2), ("--policy list --allow-origin *", 2), ("--policy list --format xml", 2),
    ]

    @Test(arguments: codes)
    func `The exit code says how bad it is`(arguments: String, code: Int32) throws {
        let words = arguments.split(separator: " ").map(String.init)
        #expect(try CorspecProcess.run(["lint"] + words).code == code)
    }

    @Test
    func `A file that is not JSON ends with 2, and the others are looked at`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("bad.json", "{\"allow_origins\": [}")
        let arguments = ["lint", "--policy", "bad.json", "--policy", "trap"]
        let text = try CorspecProcess.run(arguments, folder: scratch.url)
        #expect(text.code == 2)
        #expect(text.errors.hasPrefix("bad.json:1:20: error: "))
        #expect(text.output.contains("any-origin-with-credentials"))
        let json = try CorspecProcess.run(arguments + ["--format=json"], folder: scratch.url)
        #expect(json.code == 2)
        #expect(json.output.contains("\"error\": \"bad.json:1:20: error: "))
    }

    /// Files that try the reader and the rules.
    struct Hostile: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]

        init(_ name: String, _ text: String) {
            testDescription = name
            bytes = Array(text.utf8)
        }

        init(_ name: String, bytes: [UInt8]) {
            testDescription = name
            self.bytes = bytes
        }

        static func regex(_ name: String, _ regex: String) -> Hostile {
            Hostile(name, "{\"allow_origin_regex\": \"\(regex)\", \"allow_credentials\": true}")
        }

        static let all = [
            Hostile("many origins", list((0..<50_000).map { "https://a\($0).example/" })),
            Hostile("many good origins", list((0..<50_000).map { "https://a\($0).example" })),
            Hostile("deep lists", String(repeating: "[", count: 100_000)),
            Hostile(
                "no UTF-8", bytes: Array("{\"allow_origins\": [\"".utf8) + [0xFF, 0xFE, 0xC3] + Array("\"]}".utf8)),
            Hostile("control characters", "{\"allow_origins\": [\"\\u001b[31mhttps://a\\u0000\"]}"),
            regex("a long pattern", String(repeating: "a.", count: 500_000)),
            regex("a pattern below the limit", "https://" + String(repeating: "a.", count: 4000)),
            regex("deep groups", String(repeating: "(", count: 8000) + "a" + String(repeating: ")", count: 8000)),
            regex("open groups", String(repeating: "(", count: 16_000)),
            regex("counted repetitions", "https://((a{200}){200}){200}"),
            regex("many alternatives", (0..<1000).map { "a\($0)" }.joined(separator: "|")),
            regex("many optional parts", "https://" + String(repeating: "(a\\\\.)?", count: 200) + "example\\\\.com"),
            regex("many stars", "https://" + String(repeating: ".*a", count: 100)),
            regex("many dots", "https://" + String(repeating: ".", count: 200) + "com"),
            regex("an automaton that explodes", "https://.*a[a-z]{40}\\\\.example\\\\.com"),
        ]

        private static func list(_ origins: [String]) -> String {
            "{\"allow_origins\": [\(origins.map { "\"\($0)\"" }.joined(separator: ","))]}"
        }
    }

    @Test(.timeLimit(.minutes(15)), arguments: Hostile.all)
    func `Hostile files end soon, with an exit code of lint`(hostile: Hostile) throws {
        let scratch = try ScratchFolder()
        let file = scratch.url.appending(path: "p.json")
        try Data(hostile.bytes).write(to: file)
        let process = try CorspecProcess.run(["lint", "--policy", "p.json"], folder: scratch.url)
        #expect([0, 1, 2].contains(process.code))
        #expect(!process.output.contains("\u{1B}"))
    }

    @Test
    func `A run tells first what lint finds in a policy of the user's own, and ends as it did`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("p.json", #"{"allow_origin_regex": "https://.*example\\.com", "max_age": 86400}"#)
        let arguments = ["--policy", "p.json", "--only", "max-age/*"]
        let run = try CorspecProcess.run(arguments, folder: scratch.url)
        #expect(run.code == 0)
        #expect(
            run.errors.hasPrefix(
                "p.json:1:24: unsafe: nothing says where the name before \"example.com\" ends; witness: "
                    + "https://0example.com [regex-missing-boundary]\ntarget reference; "))
        #expect(!run.output.contains("regex-missing-boundary"))
        let verbose = try CorspecProcess.run(arguments + ["--verbose"], folder: scratch.url)
        #expect(verbose.errors.contains(" note: \"max_age\" is 86400"))
        let options = try CorspecProcess.run(["--allow-origin", "null", "--only", "origin/*"])
        #expect(options.errors.hasPrefix("the policy's options: hazard: \"null\" in \"allow_origins\""))
    }

    @Test
    func `A run says nothing of policies that ship, and nothing twice`() throws {
        #expect(try CorspecProcess.run(["--policy", "trap", "--dry-run"]).errors.hasPrefix("target reference; "))
        let scratch = try ScratchFolder()
        _ = try scratch.file("p.json", #"{"allow_origins": ["https://a.example/"]}"#)
        let wrong = try CorspecProcess.run(["--policy", "p.json"], folder: scratch.url)
        #expect(wrong.code == 2)
        #expect(wrong.errors.split(separator: "\n").count == 2)
    }

    @Test
    func `Every rule stands in the help and in the list`() throws {
        let help = try CorspecProcess.run(["help", "lint"]).output
        let listed = try CorspecProcess.run(["list", "rules"]).output.split(separator: "\n")
        #expect(listed.count > 50)
        for line in listed {
            let words = line.split(separator: " ")
            #expect(words.count > 3)
            #expect(help.split(separator: "\n").contains { $0.split(separator: " ") == [words[0], words[1]] })
        }
        for option in LintCommand.options { #expect(help.contains("  \(option.name)")) }
    }
}
