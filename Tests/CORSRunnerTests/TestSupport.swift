import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import Testing

/// An adapter whose answers a test gives.
struct Answering: CORSPolicyAdapter {
    let name = "answering"
    let answer: @Sendable (HTTPRequest) throws -> HTTPResponse

    init(_ answer: @escaping @Sendable (HTTPRequest) throws -> HTTPResponse) { self.answer = answer }

    func makeApplication(for policy: Policy) async throws -> any CORSApplication { Application(answer: answer) }

    struct Application: CORSApplication {
        let answer: @Sendable (HTTPRequest) throws -> HTTPResponse
        func respond(to request: HTTPRequest) async throws -> HTTPResponse { try answer(request) }
    }
}

/// Runs a literal case with a policy against an adapter.
func run(
    _ text: String, policy: String = #"{"allow_origins": ["https://a.example"]}"#, jobs: Int = 1,
    _ adapter: any CORSPolicyAdapter
) async throws -> RowResult {
    let file = """
        {"corspec": 1, "title": "t", "why": "w", "sections": ["concept-cors-check"], "policy": \(policy), "cases": [
          {"id": "a/b", "title": "t", \(text)}
        ]}
        """
    let read = SuiteReader.read([("f.json", Array(file.utf8))])
    let suite = try #require(read.suite, "\(read.diagnostics)")
    let target = InProcessTarget(adapter)
    let plan = try await Planner.plan(suite, policies: [], target: target.description)
    let report = await Runner(target: target, jobs: jobs).run(plan)
    return try #require(report.rows.first)
}
