import FetchModel
import Testing

/// Every failure names the exchange.
@Suite("What Chromium and Firefox did alike")
struct BrowserTruthTests {
    @Test
    func `Every category is there, and every exchange`() throws {
        #expect(BrowserTruth.categories.count == 40)
        #expect(try BrowserTruth.categories.flatMap { try BrowserTruth.load($0) }.count == 2065)
    }

    @Test(arguments: BrowserTruth.categories)
    func `The standard's verdict is the browsers'`(category: String) throws {
        for truth in try BrowserTruth.load(category) {
            let verdict = try Browser.judge(truth.exchange).verdict
            for engine in Engine.allCases {
                #expect(verdict.text == (try truth.observed(engine).text), "\(truth.id), \(engine)")
            }
        }
    }

    @Test(arguments: BrowserTruth.categories)
    func `An engine's deviations change nothing where none was seen`(category: String) throws {
        for truth in try BrowserTruth.load(category) {
            let judgements = try EngineJudgements(truth.exchange)
            #expect(judgements.differences.isEmpty, "\(truth.id)")
        }
    }

    @Test(arguments: BrowserTruth.categories)
    func `A preflight has the lines that were sent`(category: String) throws {
        for truth in try BrowserTruth.load(category) {
            let standard = try Browser.judge(truth.exchange).preflightLines
            for engine in Engine.allCases {
                let sent = try truth.observed(engine).preflightHeaders
                let judged = try Browser.judge(truth.exchange, deviations: engine.deviations).preflightLines
                #expect(judged == sent, "\(truth.id), \(engine)")
                let isChanged = ExpectedMismatches.preflightLines[engine]?.contains(truth.id) == true
                #expect((standard != sent) == isChanged, "\(truth.id), \(engine) against the standard")
            }
        }
    }

    @Test(arguments: BrowserTruth.categories, Engine.allCases)
    func `The console shows the browser's line, word for word`(category: String, engine: Engine) throws {
        for truth in try BrowserTruth.load(category) {
            let console = try EngineJudgements(truth.exchange).console(engine)
            #expect(console == truth.console(engine), "\(truth.id), \(engine)")
        }
    }
}
