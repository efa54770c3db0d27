import CORSExplanation
import CORSFixtures
import CORSReports
import CORSRunner
import Testing

@Suite("Cases in prose")
struct CaseTextTests {
    /// One after the other: each holds a plan of every bundled policy.
    @Test(.serialized, arguments: BundledCase.all)
    func `Every bundled case is explained without gaps, and its right answer is right`(
        bundled: BundledCase
    ) async throws {
        let explanation = try await bundled.explanation()
        let lines = CaseText(explanation, paint: Paint(isOn: false), width: 96).lines
        check(lines, of: bundled)
        // The rounds of a sequence are alike, and told once.
        let told = explanation.right.outcomes.prefix(explanation.found.row.stepsInRound)
        let blocked = told.count { $0.failure != nil }
        #expect(lines.count { $0.hasPrefix("browser   blocks it: ") } == blocked)
        for outcome in explanation.right.outcomes {
            switch outcome.step.expect.outcome {
            case .readable: #expect(outcome.failure == nil)
            case .blocked: #expect(outcome.failure != nil)
            case nil: break
            }
        }
        let wrong = try #require(explanation.wrong)
        #expect(wrong.result.severity != nil)
        #expect(explanation.causes.allSatisfy { !$0.title.isEmpty && !$0.fix.isEmpty })
    }

    private func check(_ lines: [String], of bundled: BundledCase) {
        let text = lines.joined(separator: "\n")
        #expect(lines.first?.hasSuffix(":\(bundled.id)") == true || lines.first?.contains(":\(bundled.id)@") == true)
        for label in ["why", "section", "sent", "must", "right", "browser", "wrong", "expected", "severity", "causes"] {
            #expect(lines.contains { $0.hasPrefix("\(label) ") && $0.count > 12 }, "no \(label)")
        }
        #expect(!text.contains("{"), "a placeholder is left")
        #expect(!text.contains("  ."), "a part is empty")
        let prose = lines.filter { !$0.hasPrefix("  >") && !$0.hasPrefix("  <") }
        #expect(prose.allSatisfy { !$0.hasSuffix(" ") })
        #expect(lines.contains { $0.hasPrefix("run it    corspec run --only '") })
    }

    @Test(arguments: [
        ("origin/near-miss@suffix", "list:origin/near-miss@suffix"),
        ("list:origin/near-miss@suffix", "list:origin/near-miss@suffix"),
        ("regex:origin/granted", "regex:origin/granted@"), ("trap/preflight", "trap:trap/preflight"),
        ("vary/any", "any:vary/any"),
    ])
    func `An id names a case, a row, or either of one policy`(id: String, begins: String) async throws {
        let lines = try await BundledCase(id: id).lines()
        #expect(lines[0].hasPrefix(begins))
    }

    @Test(arguments: [
        ("origin/near-mis", "there is no case \"origin/near-mis\"; nearest: origin/near-miss, "),
        ("orgin/granted", "there is no case \"orgin/granted\"; nearest: origin/granted"),
        ("origin/near-miss@sufix", "there is no case \"origin/near-miss@sufix\"; nearest: origin/near-miss@suffix"),
        ("list:trap/preflight", "the case trap/preflight does not apply to the policy list; it needs: trap"),
        ("", "there is no case \"\""),
    ])
    func `An id that is unknown names the nearest`(id: String, message: String) async throws {
        let error = await #expect(throws: CaseError.self) { try await BundledCase(id: id).lines() }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }

    @Test
    func `A case tells what is sent, what a browser does, and the causes of a wrong answer`() async throws {
        let text = try await BundledCase(id: "list:order/preflight").lines().joined(separator: "\n")
        for part in [
            "The preflight of a protected route must pass without credentials\n",
            "\nmust      A browser must let the page send the actual request.\n",
            "  < 401\n  < WWW-Authenticate: Bearer\n  < there is no Access-Control-Allow-Origin line\n",
            "\ncauses    Authentication runs before CORS: it answers requests that the CORS layer never sees.\n",
            "\nsection   https://fetch.spec.whatwg.org/#cors-preflight-fetch-0\n",
            "\nconsole   Access to fetch at 'https://api.corspec.example/protected' from origin\n",
            "\nseverity  broken: ",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
