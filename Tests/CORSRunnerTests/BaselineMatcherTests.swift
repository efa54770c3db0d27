import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import StrictJSON
import Testing

@Suite("Baseline")
struct BaselineMatcherTests {
    private static let today = CalendarDate("2026-11-25")

    /// A plan of three rows of the policy `shop`: `a/one`, `a/two` (once `a/deux`) and `a/three`.
    private static func index() async throws -> RowIndex {
        let file = """
            {"corspec": 1, "title": "t", "why": "w", "sections": ["concept-cors-check"],
             "policy": {"allow_origins": ["https://a.example"]}, "cases": [
              {"id": "a/one", "title": "It must be so", "fetch": {"origin": "https://a.example"},
               "expect": {"outcome": "readable"}},
              {"id": "a/two", "aliases": ["a/deux"], "title": "It must be so", "fetch": {"origin": "https://a.example"},
               "expect": {"outcome": "readable"}},
              {"id": "a/three", "title": "It must be so", "fetch": {"origin": "https://a.example"},
               "expect": {"outcome": "readable"}}
            ]}
            """
        let read = SuiteReader.read([("shop.json", Array(file.utf8))])
        let suite = try #require(read.suite, "\(read.diagnostics)")
        let target = TargetDescription(kind: .builtin, name: "t", origin: "https://api.example")
        return RowIndex(try await Planner.plan(suite, policies: [], target: target))
    }

    private static func row(_ id: String, _ severity: Severity?) -> RowResult {
        let status: RowResult.Status =
            switch severity {
            case nil, .note: .passed
            case .hazard: .hazard
            case .broken, .unsafe: .failed
            }
        let findings = severity.map {
            Finding(severity: $0, message: "m", expected: "e", actual: "a", section: .corsCheck)
        }
        return RowResult(
            id: id, caseID: id, policy: "shop", title: "t", why: "w", status: status,
            findings: findings.map { [$0] } ?? [])
    }

    private static func report(_ rows: [RowResult]) -> RunReport {
        let target = TargetDescription(kind: .builtin, name: "t", origin: "https://api.example")
        return RunReport(target: target, rows: rows, duration: .zero)
    }

    /// Holds rows against entries that stand one a line, from line 1 on.
    private static func marked(_ rows: [RowResult], _ entries: [Baseline.Entry]) async throws -> RunReport {
        let placed = entries.enumerated().map { line, entry in
            var placed = entry
            let position = SourcePosition(line: line + 1, column: 1)
            placed.place = Baseline.Place(start: position, end: position, isAlone: true)
            return placed
        }
        var report = report(rows)
        let baseline = Baseline(file: "b.json", entries: placed)
        BaselineMatcher(baseline, index: try await index(), today: today).mark(&report)
        return report
    }

    @Test(arguments: [Severity.hazard, .broken, .unsafe], [Severity.hazard, .broken, .unsafe])
    func `An entry covers its severity and what is less`(entry: Severity, row: Severity) async throws {
        let entries = [Baseline.Entry(id: "a/one", policy: "shop", severity: entry, reason: "r")]
        let report = try await Self.marked([Self.row("a/one", row)], entries)
        #expect(report.rows[0].isKnown == (row <= entry))
        #expect(report.summary.known == (row <= entry ? 1 : 0))
        #expect(report.summary.failed == (row > entry ? 1 : 0))
        #expect(report.baseline?.stale == [])
        #expect(report.baseline?.exceeded.count == (row > entry ? 1 : 0))
    }

    @Test
    func `A row that passes makes its entry stale, and so does a note`() async throws {
        let entries = ["a/one", "a/two", "a/three"].map { Baseline.Entry(id: $0, policy: "shop", severity: .broken) }
        let rows = [Self.row("a/one", .broken), Self.row("a/two", .note), Self.row("a/three", nil)]
        let report = try await Self.marked(rows, entries)
        #expect(
            report.baseline?.stale.map(\.message) == [
                "shop:a/two passes now: delete line 2 of b.json",
                "shop:a/three passes now: delete line 3 of b.json, and the comma at the end of line 1",
            ])
    }

    @Test
    func `An entry that is no row is stale, with the nearest id`() async throws {
        let entries = [
            Baseline.Entry(id: "a/thre", policy: "shop", severity: .broken),
            Baseline.Entry(id: "zzzzzzzz", policy: "shop", severity: .broken),
        ]
        let report = try await Self.marked([Self.row("a/one", nil)], entries)
        #expect(
            report.baseline?.stale.map(\.message) == [
                "shop:a/thre is no row of the run; did you mean \"a/three\"? If not, delete line 1 of b.json",
                "shop:zzzzzzzz is no row of the run: delete line 2 of b.json",
            ])
    }

    @Test
    func `An entry counts on its last day and not after it`() async throws {
        func entry(_ id: String, _ date: String) -> Baseline.Entry {
            Baseline.Entry(id: id, policy: "shop", severity: .broken, expires: CalendarDate(date))
        }
        let entries = [entry("a/one", "2026-11-25"), entry("a/two", "2026-11-24"), entry("a/three", "2026-11-24")]
        let rows = [Self.row("a/one", .broken), Self.row("a/two", .broken), Self.row("a/three", nil)]
        let report = try await Self.marked(rows, entries)
        #expect(report.rows.map(\.isKnown) == [true, false, false])
        #expect(report.baseline?.stale.map(\.name) == ["expired", "passes"])
        #expect(
            report.baseline?.stale.first?.message
                == "shop:a/two was known until 2026-11-24 and fails still: mend it, or give it another day in line 2 of b.json"
        )
    }

    @Test
    func `Entries outside the selection and of other policies are left alone, skipped rows too`() async throws {
        let entries = [
            Baseline.Entry(id: "a/one", policy: "shop", severity: .broken),
            Baseline.Entry(id: "a/one", policy: "other", severity: .broken),
            Baseline.Entry(id: "a/two", policy: "shop", severity: .broken),
        ]
        var skipped = Self.row("a/two", nil)
        skipped.status = .skipped
        let report = try await Self.marked([skipped], entries)
        #expect(report.baseline?.stale == [])
        #expect(report.baseline?.otherPolicies == ["other"])
    }

    @Test
    func `An alias names the row still`() async throws {
        let entries = [Baseline.Entry(id: "a/deux", policy: "shop", severity: .broken)]
        let report = try await Self.marked([Self.row("a/two", .broken)], entries)
        #expect(report.rows[0].isKnown)
    }

    @Test
    func `A renewal keeps what fails in its order, drops what passes and adds what is new`() async throws {
        let old = Baseline(
            file: "b.json", comment: "Ours.",
            entries: [
                Baseline.Entry(id: "a/one", policy: "other", severity: .broken, reason: "elsewhere"),
                Baseline.Entry(id: "a/three", policy: "shop", severity: .broken, reason: "r", issue: "i"),
                Baseline.Entry(id: "a/gone", policy: "shop", severity: .broken),
                Baseline.Entry(id: "a/two", policy: "shop", severity: .broken),
            ])
        let rows = [Self.row("a/one", .broken), Self.row("a/two", nil), Self.row("a/three", .unsafe)]
        let renewal = BaselineRenewal(
            of: old, by: Self.report(rows), index: try await Self.index(), isStrict: false)
        #expect([renewal.kept, renewal.dropped, renewal.added] == [2, 2, 1])
        let text = """
            {
              "comment": "Ours.",
              "corspec_baseline": 1,
              "entries": [
                {"id": "a/one", "policy": "other", "severity": "broken", "reason": "elsewhere"},
                {"id": "a/three", "policy": "shop", "severity": "unsafe", "reason": "r", "issue": "i", "accept_risk": false},
                {"id": "a/one", "policy": "shop", "severity": "broken", "reason": "TODO: why is this known?"}
              ]
            }

            """
        #expect(BaselineWriter.text(renewal.baseline) == text)
        let read = BaselineReader.read(Array(text.utf8), into: Diagnostics(file: "b.json"))
        #expect(read?.entries.map(\.id) == renewal.baseline.entries.map(\.id))
    }

    @Test(arguments: [(true, ["a/one"]), (false, [])])
    func `Hazards are written where they fail the run`(isStrict: Bool, ids: [String]) async throws {
        let renewal = BaselineRenewal(
            of: Baseline(file: "b.json"), by: Self.report([Self.row("a/one", .hazard)]),
            index: try await Self.index(), isStrict: isStrict)
        #expect(renewal.baseline.entries.map(\.id) == ids)
    }
}
