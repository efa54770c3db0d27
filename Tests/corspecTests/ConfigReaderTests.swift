import Foundation
import StrictJSON
import Testing

@testable import corspec

@Suite("Configuration files")
struct ConfigReaderTests {
    /// Reads a configuration's members.
    private func read(_ members: String, file: String = "ci/corspec.json") -> (config: ConfigFile?, messages: [String])
    {
        let diagnostics = Diagnostics(file: file)
        let config = ConfigReader.read(Array("{\"corspec_config\": 1\(members)}".utf8), into: diagnostics)
        return (config, diagnostics.all.map(\.description))
    }

    private func applied(_ members: String, _ arguments: [String] = []) throws -> ParsedArguments {
        let config = try #require(read(members).config, "\(read(members).messages)")
        return try config.applied(to: try ParsedArguments(arguments, options: RunOptions.all, command: .run)).whole
    }

    @Test(arguments: ConfigReader.options.map(\.name))
    func `Every option of run has a member`(name: String) throws {
        let option = try #require(ConfigReader.options.first { $0.name == name })
        let value =
            switch option.value {
            case nil: "true"
            case "N", "SECONDS": "7"
            default: option.repeats ? "[\"x\"]" : "\"x\""
            }
        let parsed = try applied(", \"\(ConfigReader.member(of: option))\": \(value)")
        #expect(parsed.has(name))
        #expect(parsed.all(name).count == (option.value == nil ? 0 : 1))
    }

    @Test
    func `The schema knows every option, the target's too`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/schema/config.schema.json").standardized
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        let missing = ConfigReader.options.map(ConfigReader.member).filter { properties[$0] == nil }
        #expect(missing.isEmpty)
    }

    @Test
    func `Targets, routes and reports have members of their own`() throws {
        let parsed = try applied(
            """
            , "target": {"url": "http://127.0.0.1/"}, "routes": {"protected": "/me GET", "failing": "/boom"},
            "route": ["missing=/none"], "reports": {"json": "r.json"}, "strict": false
            """)
        #expect(parsed.value("--url") == "http://127.0.0.1/")
        #expect(parsed.all("--route") == ["missing=/none", "protected=/me GET", "failing=/boom"])
        #expect(parsed.all("--report") == ["json=ci/r.json"])
        #expect(!parsed.has("--strict"))
    }

    @Test
    func `Paths of files go out from the file's folder`() throws {
        let parsed = try applied(
            """
            , "policy": ["list", "p.json", "sub/q.json", "/r.json"], "suite": ["bundled", "mine"], "baseline": "b.json",
            "auth": "Authorization: @token", "header": ["@whole", "X-A: b@c"], "cacert": "/ca.pem"
            """)
        #expect(parsed.all("--policy") == ["list", "ci/p.json", "ci/sub/q.json", "/r.json"])
        #expect(parsed.all("--suite") == ["bundled", "ci/mine"])
        #expect(parsed.value("--baseline") == "ci/b.json")
        #expect(parsed.value("--auth") == "Authorization: @ci/token")
        #expect(parsed.all("--header") == ["@ci/whole", "X-A: b@c"])
        #expect(parsed.value("--cacert") == "/ca.pem")
    }

    @Test
    func `The command line wins, over the target and the policy as a whole`() throws {
        let members = """
            , "target": {"url": "http://127.0.0.1/"}, "rate": 5, "allow_origin": ["https://a.example"], "jobs": 3,
            "only": ["a", "b"], "environment": "x"
            """
        let parsed = try applied(members, ["--builtin", "reference", "--policy", "list", "--only", "c"])
        #expect(!parsed.has("--url") && !parsed.has("--rate"))
        #expect(!parsed.has("--allow-origin") && !parsed.has("--environment"))
        #expect(parsed.all("--only") == ["c"])
        #expect(parsed.value("--jobs") == "3")
    }

    @Test
    func `Each path has its own options over those of the file`() throws {
        let config = try #require(
            read(
                """
                , "target": {"url": "http://127.0.0.1:8000/x?y"}, "policy": "common.json", "routes": {"failing": "/boom"},
                "paths": [{"path": "/a", "name": "one"},
                          {"path": "/b GET", "policy": "b.json", "routes": {"failing": "/b/boom"}}]
                """
            ).config)
        let none = try ParsedArguments([], options: RunOptions.all, command: .run)
        let shares = try config.applied(to: none).shares
        #expect(shares.map(\.name) == ["one", nil])
        #expect(shares.map { $0.parsed.value("--url") } == ["http://127.0.0.1:8000/a", "http://127.0.0.1:8000/b"])
        #expect(shares.map { $0.parsed.value("--policy") } == ["ci/common.json", "ci/b.json"])
        #expect(shares[0].parsed.all("--route") == ["open=/a", "failing=/boom"])
        #expect(shares[1].parsed.all("--route") == ["open=/b GET", "failing=/b/boom"])
        let wrong = try ParsedArguments(["--policy", "list"], options: RunOptions.all, command: .run)
        #expect(throws: UsageError.self) { try config.applied(to: wrong) }
    }

    @Test(arguments: [
        (", \"polcy\": \"x\"", "1:23: error: unknown member \"polcy\" in the configuration"),
        (", \"polcy\": \"x\"", "did you mean \"policy\"?"),
        (", \"jobs\": \"8\"", "1:31: error: \"jobs\" must be a number, not a string"),
        (", \"strict\": 1", "1:33: error: \"strict\" must be true or false, not a number"),
        (", \"baseline\": \"\"", "error: \"baseline\" has an empty value"),
        (", \"only\": [1]", "error: \"only\" must hold strings, not a number"),
        (", \"routes\": {\"protcted\": \"/me\"}", "error: unknown member \"protcted\" in \"routes\""),
        (", \"reports\": {\"jsn\": \"x\"}", "did you mean \"json\"?"),
        (", \"target\": {}", "error: \"target\" names one of: url, builtin"),
        (", \"target\": {\"url\": \"http://a/\", \"builtin\": \"reference\"}", "error: \"target\" names one of: "),
        (", \"url\": \"http://b/\", \"target\": {\"url\": \"http://a/\"}", "\"url\" stands beside \"target\" as well"),
        (", \"paths\": []", "error: \"paths\" names none"),
        (", \"paths\": [{\"policy\": \"x.json\"}]", "error: the path has no \"path\", which is required"),
        (", \"paths\": [{\"path\": \"items\"}]", "error: \"items\" in \"path\" is no path: it begins with a slash"),
        (", \"paths\": [{\"path\": \"/\", \"strict\": true}]", "error: unknown member \"strict\" in the path"),
        (", \"config\": \"x\"", "error: unknown member \"config\" in the configuration"),
    ])
    func `An error is told with its place`(members: String, words: String) {
        let read = read(members)
        #expect(read.config == nil)
        #expect(read.messages.allSatisfy { $0.hasPrefix("ci/corspec.json:1:") })
        #expect(read.messages.contains { $0.contains(words) }, "\(read.messages)")
    }

    @Test
    func `Another format is told`() {
        let diagnostics = Diagnostics(file: "c.json")
        #expect(ConfigReader.read(Array(#"{"corspec_config": 2}"#.utf8), into: diagnostics) == nil)
        #expect(diagnostics.all.map(\.message) == ["\"corspec_config\" is 2; this corspec reads format 1"])
    }
}
