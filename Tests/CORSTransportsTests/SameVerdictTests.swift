import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSTransports
import CORSVocabulary
import LoopbackServer
import Testing

@Suite("One verdict over every transport")
struct SameVerdictTests {
    /// What a row says, with the target's own address taken out.
    private struct Said: Hashable, CustomStringConvertible {
        let description: String

        init(_ row: RowResult, origin: String) {
            let findings = row.findings.map { finding in
                [
                    finding.severity.rawValue, finding.message, finding.expected, finding.actual,
                    finding.section.anchor, finding.console ?? "", finding.cause?.id ?? "",
                ].joined(separator: " | ")
            }
            let text = ([row.policy, row.id, row.status.rawValue, row.reason ?? ""] + findings).joined(separator: "\n")
            description = text.replacing(origin, with: "TARGET")
        }
    }

    /// These keep state between requests, which a server at a URL cannot be asked to forget: each case finds what the
    /// cases before it left.
    private static let remembering = Builtin.all.filter(\.remembers).map(\.name)
    /// Of these, what shows only on a server that was just started, or that works on several requests at once.
    private static let shownFresh = [
        "faulty/preflight-memo-by-method", "faulty/preflight-memo-by-origin", "faulty/race",
        "faulty/credentials-after-cookie",
    ]
    /// Those that answer each request alike whatever came before.
    private static let steady = Builtin.all.filter { !$0.remembers }.map(\.name)
    /// One of each family and kind: what is told of a pipe is told of all.
    private static let firsts = Dictionary(grouping: Builtin.all.filter { !$0.remembers }, by: \.heading)
        .compactMap { $0.value.first?.name }.sorted()

    @Test(.timeLimit(.minutes(15)), arguments: firsts)
    func `A builtin gets over a pipe the rows and findings that it gets in process`(name: String) async throws {
        let builtin = try #require(Builtin.named(name))
        let near = InProcessTarget(builtin.adapter)
        let far = AdapterTarget(
            command: "'\(Run.corspec)' adapter --builtin \(name)", jobs: 2, timeout: .seconds(600))
        let plan = try await Run.plan(near.description, policies: Run.policies(["single", "trap"]))
        let expected = await Runner(target: near, jobs: 2).run(plan)
        let report = await Runner(target: far, jobs: 2).run(plan)
        #expect(report.rows.count == expected.rows.count)
        for (far, near) in zip(report.rows, expected.rows) {
            let said = (Said(far, origin: InProcessTarget.origin), Said(near, origin: InProcessTarget.origin))
            guard said.0 == said.1 else {
                Issue.record("over a pipe:\n\(said.0)\n\nin process:\n\(said.1)")
                return
            }
        }
    }

    @Test(arguments: remembering.filter { !shownFresh.contains($0) })
    func `A server that keeps state is found over HTTP as well`(name: String) async throws {
        let builtin = try #require(Builtin.named(name))
        var found: Severity?
        for policy in Run.policies(["single", "list", "any"]) where found == nil || found == .note {
            let application = try await builtin.adapter.makeApplication(for: policy.policy)
            try await Run.serving(LoopbackServer(application)) { server in
                let target = try Run.target(server)
                let report = await Runner(target: target, jobs: 4).run(
                    try await Run.plan(target.description, policies: [policy]))
                #expect(report.summary.error == 0)
                found = report.rows.compactMap(\.severity).max() ?? found
            }
        }
        #expect((found ?? .note) > .note || builtin.kind == .correct)
    }

    @Test(arguments: steady)
    func `A builtin gets over HTTP the rows and findings that it gets in process`(name: String) async throws {
        let builtin = try #require(Builtin.named(name))
        let isTrap = builtin.family == .credentialsTrap
        let policies =
            name == "reference" ? BundledFixtures.policies().policies : Run.policies(isTrap ? ["trap"] : ["single"])
        let near = InProcessTarget(builtin.adapter)
        let plan = try await Run.plan(near.description, policies: policies)
        let expected = await Runner(target: near, jobs: 4).run(plan)
        for policy in policies {
            guard let application = try? await builtin.adapter.makeApplication(for: policy.policy) else { continue }
            try await Run.serving(LoopbackServer(application)) { server in
                let far = try Run.target(server)
                let report = await Runner(target: far, jobs: 4).run(
                    try await Run.plan(far.description, policies: [policy]))
                let said = report.rows.map { Said($0, origin: server.origin) }
                let inProcess = expected.rows.filter { $0.policy == policy.name }
                    .map { Said($0, origin: InProcessTarget.origin) }
                #expect(said.count == inProcess.count)
                for (far, near) in zip(said, inProcess) where far != near {
                    Issue.record("over HTTP:\n\(far)\n\nin process:\n\(near)")
                    return
                }
            }
        }
    }
}

extension Builtin {
    /// Whether it keeps something from one request for the next.
    fileprivate var remembers: Bool {
        family == .state || ["faulty/cache-in-front", "faulty/vary-first-answer-only"].contains(name)
    }
}
