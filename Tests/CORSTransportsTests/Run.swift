import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSTransports
import CORSVocabulary
import LoopbackServer
import Testing

/// Runs of the tests: plans of bundled cases, servers that are stopped afterwards.
enum Run {
    /// The bundled policies of these names, in their order.
    static func policies(_ names: [String]) -> [NamedPolicy] {
        BundledFixtures.policies().policies.filter { names.contains($0.name) }
    }

    /// Plans the bundled cases for a target.
    static func plan(
        _ target: TargetDescription, policies: [NamedPolicy], terms: TargetTerms = .application,
        only: [String] = []
    ) async throws -> Plan {
        let suite = try #require(BundledFixtures.suite().suite)
        let whole = try await Planner.plan(suite, policies: policies, target: target, terms: terms)
        return try Selection(only: only, except: []).select(from: whole)
    }

    /// The path of the executable, beside the test bundle.
    static let corspec =
        (CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
        + ["corspec"]).joined(separator: "/")

    /// A target at a server's open route.
    static func target(
        _ server: LoopbackServer, path: String = "/open", settings: ConnectionSettings = ConnectionSettings()
    ) throws -> URLTarget {
        let url = try TargetURL(server.origin + path)
        return URLTarget(url, settings: settings, probe: HTTPRequest(method: .get, path: url.path))
    }

    /// Serves while a body runs.
    static func serving<Result>(
        _ server: LoopbackServer, _ body: (LoopbackServer) async throws -> Result
    ) async throws -> Result {
        defer { server.stop() }
        return try await body(server)
    }
}
