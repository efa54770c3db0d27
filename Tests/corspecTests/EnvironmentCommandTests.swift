import CORSPolicy
import Foundation
import LoopbackServer
import Testing

@Suite("corspec run --environment", .timeLimit(.minutes(15)))
struct EnvironmentCommandTests {
    private static let file = """
        {
          "allow_methods": ["GET", "PUT"],
          "retired": ["https://old.example.com"],
          "environments": {
            "production": {"allow_origins": ["https://app.example.com"]},
            "development": {"allow_origins": ["http://localhost:5173"]}
          }
        }
        """

    @Test
    func `A server that has another environment's origins, or retired ones, is unsafe with that cause`() async throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("shop.json", Self.file)
        let policy = Policy(
            allowOrigins: ["https://app.example.com", "http://localhost:5173", "https://old.example.com"],
            allowMethods: ["GET", "PUT"])
        let server = try LoopbackServer(try await ReferencePolicy().makeApplication(for: policy))
        defer { server.stop() }
        let arguments = ["--url", "\(server.origin)/open", "--policy", "shop.json", "--environment", "production"]
        let run = try await CorspecProcess.serving(arguments + ["--only", "origin/*"], folder: scratch.url)
        #expect(run.code == 1)
        #expect(run.errors.contains("; policy shop-production; "))
        #expect(run.output.contains("UNSAFE  The server grants an origin of the environment development: "))
        #expect(run.output.contains("UNSAFE  The server grants a retired origin: "))
        #expect(run.output.contains("shop-production:origin/near-miss@development-localhost-5173"))
        #expect(run.output.contains("shop-production:origin/near-miss-preflight@retired-old.example.com"))
    }

    @Test
    func `A right server passes for each environment`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("shop.json", Self.file)
        for name in ["production", "development"] {
            let run = try CorspecProcess.run(
                ["--policy", "shop.json", "--environment", name, "--strict"], folder: scratch.url)
            #expect(run.code == 0, "\(run.output)")
        }
    }

    @Test
    func `A missing, wrong or superfluous name is an error`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("shop.json", Self.file)
        let missing = try CorspecProcess.run(["--policy", "shop.json"], folder: scratch.url)
        #expect(missing.code == 2)
        #expect(missing.errors.contains("choose one with --environment: production, development"))
        let superfluous = try CorspecProcess.run(["--policy", "list", "--environment", "production"])
        #expect(superfluous.code == 2)
        #expect(superfluous.errors.contains("--environment applies to a policy file that names environments"))
        let exported = try CorspecProcess.run(
            ["export", "--policy", "shop.json", "--environment", "development"], folder: scratch.url)
        #expect(exported.code == 0)
        #expect(exported.output.contains("origin/near-miss@production-app.example.com"))
        let explained = try CorspecProcess.run(
            [
                "explain", "origin/near-miss@production-app.example.com", "--policy", "shop.json", "--environment",
                "development",
            ], folder: scratch.url)
        #expect(explained.code == 0, "\(explained.errors)")
    }
}
