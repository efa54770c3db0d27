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
    private static let remembering = ["faulty/state-leak", "faulty/response-memo"]

    @Test(.timeLimit(.minutes(15)), arguments: Builtin.all.map(\.name).filter { !remembering.contains($0) })
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

    @Test(arguments: remembering)
    func `A server that keeps state is found over HTTP as well`(name: String) async throws {
        let builtin = try #require(Builtin.named(name))
        let policy = try #require(Run.policies(["single"]).first)
        let application = try await builtin.adapter.makeApplication(for: policy.policy)
        try await Run.serving(LoopbackServer(application)) { server in
            let target = try Run.target(server)
            let report = await Runner(target: target, jobs: 4).run(
                try await Run.plan(target.description, policies: [policy]))
            #expect(report.summary.error == 0)
            #expect(report.summary.failed > 0)
        }
    }

    @Test(arguments: Builtin.all.map(\.name).filter { !remembering.contains($0) })
    func `A builtin gets over HTTP the rows and findings that it gets in process`(name: String) async throws {
        let builtin = try #require(Builtin.named(name))
        let policies = name == "reference" ? BundledFixtures.policies().policies : Run.policies(["single", "trap"])
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
