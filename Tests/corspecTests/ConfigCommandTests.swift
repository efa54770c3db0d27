import CORSPolicy
import CORSVocabulary
import Foundation
import LoopbackServer
import Testing

@Suite("corspec run --config", .timeLimit(.minutes(15)))
struct ConfigCommandTests {
    /// A server whose public path grants any origin and whose other paths grant one.
    private struct TwoPaths: CORSApplication {
        let open: any CORSApplication
        let closed: any CORSApplication

        init() async throws {
            open = try await ReferencePolicy().makeApplication(for: Policy(allowOrigins: ["*"]))
            closed = try await ReferencePolicy().makeApplication(
                for: Policy(allowOrigins: ["https://app.example.com"], allowCredentials: true))
        }

        func respond(to request: HTTPRequest) async throws -> HTTPResponse {
            var inner = request
            let path = request.path.prefix { $0 != "?" }
            let query = request.path.dropFirst(path.count)
            let isPublic = path.hasPrefix("/public")
            inner.path =
                switch path {
                case "/public/items", "/api/items": "/open\(query)"
                case "/api/me": "/protected\(query)"
                default: "/missing\(query)"
                }
            return try await (isPublic ? open : closed).respond(to: inner)
        }
    }

    private func config(_ origin: String, apiPolicy: String = "api.json") -> String {
        """
        {
          "corspec_config": 1,
          "target": {"url": "\(origin)/"},
          "reports": {"json": "report.json"},
          "paths": [
            {"path": "/public/items", "policy": "public.json"},
            {"path": "/api/items", "policy": "\(apiPolicy)", "name": "api", "routes": {"protected": "/api/me"},
             "auth": "Cookie: session=good"}
          ]
        }
        """
    }

    @Test
    func `Each path is held to its own policy, in one run with one report beside the file`() async throws {
        let scratch = try ScratchFolder()
        let folder = scratch.url.appending(path: "ci")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let server = try LoopbackServer(try await TwoPaths())
        defer { server.stop() }
        _ = try scratch.file("ci/corspec.json", config(server.origin))
        _ = try scratch.file("ci/public.json", #"{"allow_origins": ["*"]}"#)
        _ = try scratch.file(
            "ci/api.json", #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true}"#)
        let run = try await CorspecProcess.serving(
            ["--config", "ci/corspec.json", "--strict"], folder: scratch.url)
        #expect(run.code == 0, "\(run.errors)\(run.output)")
        #expect(run.errors.hasPrefix("target \(server.origin)/; policies public, api; "))
        #expect(run.errors.contains("; not stated by public, so not judged: allow_methods, allow_headers, allow_cred"))
        #expect(run.errors.contains("; not stated by api, so not judged: allow_methods, allow_headers, expose_head"))
        #expect(run.output.contains("\npublic  ") && run.output.contains("\napi     "))
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "report.json").path()))
        let asked = Set(server.log.map { $0.request.path.prefix { $0 != "?" } })
        #expect(asked.isSuperset(of: ["/public/items", "/api/items", "/api/me"]))
        #expect(!asked.contains("/"))
    }

    @Test
    func `A path that is held to the wrong policy fails under its name`() async throws {
        let scratch = try ScratchFolder()
        let server = try LoopbackServer(try await TwoPaths())
        defer { server.stop() }
        _ = try scratch.file("corspec.json", config(server.origin, apiPolicy: "public.json"))
        _ = try scratch.file("public.json", #"{"allow_origins": ["*"]}"#)
        let run = try await CorspecProcess.serving(
            ["--config", "corspec.json", "--only", "api:origin/*"], folder: scratch.url)
        #expect(run.code == 1)
        #expect(run.output.contains("    api:origin/"))
    }

    @Test
    func `A path that does not answer is an error of its own rows`() async throws {
        let scratch = try ScratchFolder()
        let server = try LoopbackServer(try await TwoPaths())
        defer { server.stop() }
        let text = config(server.origin).replacing("/public/items", with: "/gone")
        _ = try scratch.file("corspec.json", text)
        _ = try scratch.file("public.json", #"{"allow_origins": ["*"]}"#)
        _ = try scratch.file("api.json", #"{"allow_origins": ["https://app.example.com"]}"#)
        let run = try await CorspecProcess.serving(
            ["--config", "corspec.json", "--only", "origin/granted"], folder: scratch.url)
        #expect(run.code == 3)
        #expect(run.output.contains("rows in error"))
        #expect(run.output.contains(" 1 passed"))
    }

    @Test
    func `Two paths with one policy need names`() throws {
        let scratch = try ScratchFolder()
        let text = config("http://127.0.0.1:1", apiPolicy: "public.json").replacing("\"name\": \"api\", ", with: "")
        _ = try scratch.file("corspec.json", text)
        _ = try scratch.file("public.json", #"{"allow_origins": ["*"]}"#)
        let run = try CorspecProcess.run(["--config", "corspec.json"], folder: scratch.url)
        #expect(run.code == 2)
        #expect(run.errors.contains("two paths have the policy \"public\"; give each a \"name\" of its own"))
    }

    @Test
    func `A value that an option refuses is told with its place in the file`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("corspec.json", "{\n  \"corspec_config\": 1,\n  \"jobs\": 500\n}\n")
        let run = try CorspecProcess.run(["--config", "corspec.json"], folder: scratch.url)
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("corspec: corspec.json:3:11: --jobs takes a whole number from 1 to 256, not"))
    }

    @Test
    func `The help's example names options that there are`() throws {
        let lines = try CorspecProcess.run(["help", "config"]).output.split(separator: "\n")
        let first = try #require(lines.firstIndex(of: "  {"))
        let last = try #require(lines.firstIndex(of: "  }"))
        let scratch = try ScratchFolder()
        _ = try scratch.file("corspec.json", lines[first...last].joined(separator: "\n"))
        let run = try CorspecProcess.run(
            ["--config", "corspec.json", "--dry-run", "--builtin", "reference"], environment: ["TOKEN": "secret"],
            folder: scratch.url)
        #expect(run.code == 2)
        #expect(run.errors.contains("\"cors-baseline.json\" does not exist"))
    }
}
