import CORSVocabulary
import FetchModel
import Testing

@Suite("Deviations of shipped engines")
struct DeviationTests {
    private func isPreflighted(_ fields: [HeaderField], _ deviations: Deviations) throws -> Bool {
        let answer = HTTPResponse(
            status: 200, headers: ["Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"])
        let request = FetchRequest(
            origin: Origin("https://a.example"), url: "https://b.example/", headers: HeaderList(fields))
        let exchange = Exchange(request: request, preflightResponse: answer, response: answer)
        return try Browser.judge(exchange, deviations: deviations).verdict.hasPreflight
    }

    @Test(arguments: [
        ("text/plain", false), ("text/plain;", false), ("text/plain;;", true), ("text/plain;a=b;", true),
        ("text/plain;;a=b", false), ("text/plain x;a=b", false), ("text/plain x", true), ("text/plain,x", true),
        ("text/plain;a=\u{FC}", true), ("TEXT/plain ;a=b", false), ("text/html", true), ("text/plain;a=\"b\"", true),
    ])
    func `Firefox reads a content type in its own way`(value: String, isPreflighted: Bool) throws {
        let fields = [HeaderField("Content-Type", FieldValue(value))]
        #expect(try self.isPreflighted(fields, [.contentTypeParsing]) == isPreflighted)
    }

    @Test(arguments: [
        ("DPR", "2", false), ("DPR", "2.5", false), ("DPR", "2.", true), ("DPR", "-1", true), ("Width", "100", false),
        ("Width", "1.5", true), ("RTT", "50", false), ("RTT", "-1", true), ("Downlink", "1.25", false),
        ("ECT", "slow-2g", false), ("ECT", "6g", true), ("Save-Data", "ON", false), ("Save-Data", "off", true),
        ("Device-Memory", "", true), ("Viewport-Width", "1024", false), ("Intervention", "<x>", false),
        ("X-DPR", "1", true),
    ])
    func `Chromium safelists client hints with a valid value`(
        name: String, value: String, isPreflighted: Bool
    ) throws {
        let fields = [HeaderField(FieldName(unchecked: Array(name.utf8)), FieldValue(value))]
        #expect(try self.isPreflighted(fields, [.clientHintsSafelisted]) == isPreflighted)
        #expect(try self.isPreflighted(fields, .none))
    }

    @Test
    func `A deviation belongs to the engines that its name says`() {
        for deviation in Deviation.allCases {
            for engine in Engine.allCases {
                #expect(engine.deviations.contains(deviation) == deviation.engines.contains(engine))
            }
        }
        #expect(Set(Deviation.allCases.map(\.name)).count == Deviation.allCases.count)
    }
}
