import CORSVocabulary
import StrictJSON
import Testing

@testable import CORSRunner

@Suite("Comparisons")
struct ComparisonTests {
    private func row(
        _ id: String, _ status: RowResult.Status, severity: Severity? = nil, reason: String? = nil,
        answers: [(Method, HTTPResponse?)] = []
    ) -> RowResult {
        let findings = severity.map {
            [Finding(severity: $0, message: "m", expected: "e", actual: "a", section: .corsCheck)]
        }
        let exchanges = answers.map { method, answer in
            RecordedExchange(
                request: HTTPRequest(method: method, path: "/open", headers: [:]), response: answer, duration: .zero)
        }
        return RowResult(
            id: id, caseID: String(id.prefix { $0 != "@" }), policy: "p", title: "t", why: "w", status: status,
            reason: reason, findings: findings ?? [], exchanges: exchanges)
    }

    private func column(_ name: String, _ rows: [RowResult]) -> ComparedColumn {
        let target = TargetDescription(kind: .builtin, name: name, origin: "https://a.example")
        return ComparedColumn(RunReport(target: target, rows: rows, duration: .zero), keepsAnswers: true)
    }

    @Test
    func `Every end of a row has its word`() {
        let words = column(
            "a",
            [
                row("a/1", .passed), row("a/2", .passed, severity: .note), row("a/3", .hazard, severity: .hazard),
                row("a/4", .failed, severity: .broken), row("a/5", .failed, severity: .unsafe),
                row("a/6", .error, reason: "no answer"), row("a/7", .skipped, reason: "no route"),
                row("a/8", .skipped, reason: "refused: the trap"), row("a/9", .passed, reason: "refused: the trap"),
            ]
        ).entries.map(\.cell.word)
        #expect(words == [.ok, .ok, .hazard, .broken, .unsafe, .error, .skipped, .refused, .ok])
    }

    @Test
    func `Rows stand in the order of the first column that has them, and names are unique`() {
        let comparison = Comparison([
            column("x", [row("a/2", .passed), row("a/1", .passed)]),
            column("x", [row("b/3", .passed), row("a/1", .failed, severity: .unsafe)]),
        ])
        #expect(comparison.columns.map(\.name) == ["x", "x (2)"])
        #expect(comparison.rows.map(\.key.id) == ["a/2", "a/1", "b/3"])
        #expect(comparison.rows.map { $0.cells.map { $0?.word } } == [[.ok, nil], [.ok, .unsafe], [nil, .ok]])
        #expect(comparison.areas == ["a", "b"])
        let inA = comparison.rows.filter { $0.area == "a" }
        #expect(comparison.tallies(of: inA).map(\.description) == ["ok", "unsafe 1"])
        #expect(comparison.tallies(of: [comparison.rows[2]]).map(\.description) == ["–", "ok"])
    }

    @Test
    func `Columns differ only in rows that both ran`() {
        let comparison = Comparison([
            column("x", [row("a/1", .passed), row("a/2", .passed), row("a/3", .passed), row("a/4", .passed)]),
            column(
                "y",
                [
                    row("a/1", .skipped), row("a/2", .skipped, reason: "refused: no"), row("a/3", .error),
                    row("a/5", .passed),
                ]),
        ])
        #expect(comparison.rows.filter(\.isDisputed).map(\.key.id) == ["a/3"])
    }

    private func between(_ first: [(Method, HTTPResponse?)], _ second: [(Method, HTTPResponse?)]) -> [AnswerDifference]
    {
        Comparison([
            column("x", [row("a/1", .passed, answers: first)]), column("y", [row("a/1", .passed, answers: second)]),
        ]).rows[0].between
    }

    @Test
    func `Between two answers lie their statuses and headers, but for what always changes`() {
        let first = HTTPResponse(
            status: 200, headers: ["Date": "now", "Vary": "Origin", "Set-Cookie": "a=1", "X-Id": "1", "X-One": "1"])
        let second = HTTPResponse(
            status: 204, headers: ["Date": "then", "vary": "Accept", "set-cookie": "a=2", "X-Id": "2", "X-Two": "2"])
        #expect(
            between([(.get, first)], [(.get, second)]) == [
                AnswerDifference(method: "GET", name: "status", isHeader: false, first: ["200"], second: ["204"]),
                AnswerDifference(method: "GET", name: "Vary", isHeader: true, first: ["Origin"], second: ["Accept"]),
                AnswerDifference(method: "GET", name: "X-One", isHeader: true, first: [""], second: []),
                AnswerDifference(method: "GET", name: "X-Two", isHeader: true, first: [], second: [""]),
            ])
    }

    @Test
    func `Answers are compared request by request, up to where the requests part`() {
        let granted = HTTPResponse(status: 204, headers: ["Access-Control-Allow-Origin": "*"])
        let refused = HTTPResponse(status: 403, headers: [:])
        #expect(
            between([(.options, granted), (.get, granted)], [(.options, refused)]) == [
                AnswerDifference(
                    method: "OPTIONS", name: "status", isHeader: false, first: ["204"], second: ["403"]),
                AnswerDifference(
                    method: "OPTIONS", name: "Access-Control-Allow-Origin", isHeader: true, first: ["*"], second: []),
                AnswerDifference(
                    request: 2, method: "", name: "requests", isHeader: false, first: ["GET"], second: []),
            ])
        #expect(
            between([(.options, granted), (.get, granted)], [(.options, granted), (.get, nil)]).map {
                [String($0.request), $0.name] + $0.first + $0.second
            } == [["2", "status", "204", "none"], ["2", "Access-Control-Allow-Origin", "*"]])
        #expect(between([(.get, granted)], [(.options, refused), (.get, granted)]).map(\.name) == ["requests"])
    }

    @Test(arguments: [
        ("{}", "r.json:1:1: error: this is no report of corspec's"),
        (#"{"corspec": "1", "format": 1, "results": [{"id": "a"}]}"#, "has no \"id\", \"policy\" or \"status\""),
        (
            #"{"corspec": "1", "format": 1, "results": [{"id": "a", "policy": "p", "status": "fine"}]}"#,
            "unknown status \"fine\""
        ),
    ])
    func `What is no report is told`(text: String, words: String) {
        let diagnostics = Diagnostics(file: "r.json")
        let column = ComparedReportReader.read(
            Array(text.utf8), name: nil, keepsAnswers: false, into: diagnostics)
        #expect(column == nil)
        #expect(diagnostics.all.contains { $0.description.contains(words) })
    }
}
