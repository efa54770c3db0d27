import CORSExplanation
import CORSRunner
import CORSVocabulary
import FetchModel
import Testing

@Suite("Why a fetch is blocked")
struct FetchCauseTests {
    @Test(arguments: CauseSample.ofAnswers + CauseSample.ofPreflights)
    func `The likely cause is named, with its fix`(sample: CauseSample) throws {
        let explained = try Explained(sample.transcript, page: sample.page)
        #expect(explained.outcome == "blocked")
        let finding = try #require(explained.explanation.finding)
        guard case .judged(let judgements) = explained.explanation.ending else { return }
        #expect(judgements.standard.verdict.failure?.reason == sample.reason)
        #expect(explained.cause == sample.cause)
        #expect(finding.fix?.isEmpty == false)
        let text = explained.text
        #expect(text.hasPrefix("BLOCKED   "))
        for label in ["page      ", "expected  ", "actual    ", "cause     ", "fix       ", "section   https:"] {
            #expect(text.contains("\n\(label)"), "\(label)")
        }
        #expect(text.contains("nothing but a browser enforces CORS."))
        #expect(!text.contains("secret"))
    }

    @Test
    func `Where shipped browsers leave the standard, that is said`() throws {
        let sample = try #require(CauseSample.ofPreflights.first { $0.cause == "authorization-under-wildcard" })
        let text = try Explained(sample.transcript).text
        #expect(text.contains("\nengines   As shipped, Chromium leaves the standard here and lets the page read it"))
        #expect(text.contains("\nengines   As shipped, Firefox leaves the standard here and lets the page read it"))
    }

    @Test
    func `The bytes at fault are marked, and both consoles are quoted`() throws {
        let sample = try #require(CauseSample.ofAnswers.first { $0.testDescription == "the credentials trap" })
        let text = try Explained(sample.transcript).text
        #expect(
            text.contains(
                """
                  < 200
                  < Access-Control-Allow-Origin: *
                                                 ^
                  < Access-Control-Allow-Credentials: true
                """))
        #expect(text.contains("\nchromium  Access to fetch at 'https://api.example.com/items' from origin"))
        #expect(text.contains("\nfirefox   Cross-Origin Request Blocked: The Same Origin Policy disallows reading"))
        #expect(text.contains("  > Cookie: ***\n"))
    }
}
