import CORSPolicy
import CORSRunner
import CORSVocabulary
import Synchronization
import Testing

@Suite("Repeated sequences")
struct RepeatedSequenceTests {
    private static let steps = #"""
        "sequence": [
          {"fetch": {"origin": "https://a.example"}, "expect": {"outcome": "readable"}},
          {"fetch": {"origin": "https://x.example"}, "expect": {"outcome": "blocked"}}
        ],
        "expect": {}
        """#

    /// Grants the one listed origin.
    private static func right(_ request: HTTPRequest) -> HTTPResponse {
        request.headers.first("Origin") == "https://a.example"
            ? HTTPResponse(status: 200, headers: ["Access-Control-Allow-Origin": "https://a.example"])
            : HTTPResponse(status: 200)
    }

    /// How many requests there were.
    private final class Count: Sendable {
        private let value = Mutex(0)

        func next() -> Int {
            value.withLock { value in
                value += 1
                return value
            }
        }
    }

    @Test
    func `Every round is sent, in order`() async throws {
        let result = try await run(#""repeat": 3, "# + Self.steps, Answering(Self.right))
        #expect(result.status == .passed)
        let origins = result.exchanges.compactMap { $0.request.headers.first("Origin")?.text }
        #expect(origins == (0..<3).flatMap { _ in ["https://a.example", "https://x.example"] })
    }

    @Test
    func `A server that fails one time in five is found, and told of once`() async throws {
        let count = Count()
        let result = try await run(
            #""repeat": 6, "# + Self.steps,
            Answering { request in count.next().isMultiple(of: 5) ? HTTPResponse(status: 200) : Self.right(request) })
        #expect(result.severity == .broken)
        #expect(result.findings.count == 1)
        let finding = try #require(result.findings.first)
        #expect(finding.exchange == 4)
        #expect(finding.message.hasSuffix("So it is 1 of 6 times that the same request is sent."))
        #expect(finding.cause?.id == "answers-change")
    }

    @Test
    func `What is always wrong is no change of answers`() async throws {
        let result = try await run(
            #""repeat": 2, "# + Self.steps, Answering { _ in HTTPResponse(status: 200) })
        #expect(result.findings.map(\.cause?.id) == ["no-cors-layer"])
    }

    @Test
    func `A rate limit is no change of answers`() async throws {
        let count = Count()
        let result = try await run(
            #""repeat": 6, "# + Self.steps,
            Answering { request in
                count.next().isMultiple(of: 5) ? HTTPResponse(status: 429) : Self.right(request)
            })
        #expect(result.findings.map(\.cause?.id) == ["errors-outside-cors"])
    }

    // MARK: - At once

    /// An adapter that answers when so many requests have come.
    private struct Gathering: CORSPolicyAdapter {
        let name = "gathering"
        let count: Int

        func makeApplication(for policy: Policy) async throws -> any CORSApplication { Application(count: count) }

        final class Application: CORSApplication {
            let count: Int
            private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

            init(count: Int) { self.count = count }

            func respond(to request: HTTPRequest) async -> HTTPResponse {
                await withCheckedContinuation { continuation in
                    let all = waiting.withLock { waiting in
                        waiting.append(continuation)
                        guard waiting.count == count else { return [CheckedContinuation<Void, Never>]() }
                        defer { waiting = [] }
                        return waiting
                    }
                    for continuation in all { continuation.resume() }
                }
                return right(request)
            }
        }
    }

    @Test(.timeLimit(.minutes(15)), arguments: [1, 8])
    func `In process all steps are sent at once, and each answer is judged by its own step`(jobs: Int) async throws {
        let result = try await run(
            #""repeat": 2, "parallel": true, "# + Self.steps, jobs: jobs, Gathering(count: 4))
        #expect(result.status == .passed)
        #expect(result.exchanges.count == 4)
    }

    @Test
    func `A step without an answer leaves the others judged`() async throws {
        let result = try await run(
            #""repeat": 2, "parallel": true, "# + Self.steps, jobs: 2,
            Answering { request in
                guard request.headers.first("Origin") == "https://a.example" else { throw TargetError("gone") }
                return HTTPResponse(status: 200)
            })
        #expect(result.reason?.contains("gone") == true)
        #expect(result.severity == .broken)
        #expect(result.status == .failed)
    }
}
