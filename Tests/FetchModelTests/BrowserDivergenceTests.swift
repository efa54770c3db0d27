import FetchModel
import Testing

/// Every failure names the exchange.
@Suite("Where Chromium or Firefox leaves the standard")
struct BrowserDivergenceTests {
    @Test
    func `Every exchange is there, and every deviation is met`() throws {
        let rows = try BrowserTruth.divergent()
        #expect(rows.count == 121)
        // One deviation changes no more than a preflight's lines: no exchange ends otherwise by it. Others have a suite.
        let met = Set(rows.flatMap { $0.divergence ?? [] })
            .union([Deviation.repeatsUnsafeNames.name]).union(LaterDeviationTests.deviations.map(\.name))
        #expect(met == Set(Deviation.allCases.map(\.name)))
    }

    @Test
    func `The verdict is the standard's`() throws {
        for truth in try BrowserTruth.divergent() {
            let verdict = try Browser.judge(truth.exchange).verdict
            #expect(verdict.text == truth.standard?.text, "\(truth.id)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `An engine with its deviations does what was seen`(engine: Engine) throws {
        for truth in try BrowserTruth.divergent() {
            let observed = try truth.observed(engine)
            let judgement = try Browser.judge(truth.exchange, deviations: engine.deviations)
            #expect(judgement.verdict.text == observed.text, "\(truth.id)")
            #expect(judgement.preflightLines == observed.preflightHeaders, "\(truth.id)")
            #expect(try EngineJudgements(truth.exchange).console(engine) == truth.console(engine), "\(truth.id)")
        }
    }

    @Test
    func `The differences are of the classes that were seen, and end as was seen`() throws {
        for truth in try BrowserTruth.divergent() {
            let differences = try EngineJudgements(truth.exchange).differences
            for difference in differences {
                #expect(difference.verdict.text == (try truth.observed(difference.engine).text), "\(truth.id)")
            }
            let classes = Set(differences.map(\.deviation.name))
            let isExpected = classes == Set(truth.divergence ?? [])
            #expect(isExpected != ExpectedMismatches.classes.contains(truth.id), "\(truth.id): \(classes.sorted())")
        }
    }
}
