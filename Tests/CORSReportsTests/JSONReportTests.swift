import CORSReports
import CORSRunner
import CORSVocabulary
import Testing

@Suite("JSON report")
struct JSONReportTests {
    @Test
    func `A report is written in format 1, every row with every member`() {
        var failed = Sample.row("origin/granted@a", status: .failed, [Sample.slash()])
        failed.exchanges[0].response?.headers = [.accessControlAllowOrigin: FieldValue([0x61, 0xE9, 0x01])]
        failed.exchanges.append(
            RecordedExchange(
                request: HTTPRequest(method: .head, path: "/"), response: nil, duration: .nanoseconds(1_234_567)))
        let rows = [failed, Sample.row("a/b", policy: "many", status: .skipped, reason: "no \"method\"")]
        #expect(JSONReport.render(Sample.report(rows), version: "0.1.0") == Self.whole)
    }

    @Test
    func `A target's version, URL or command is named where there is one`() {
        var report = Sample.report([])
        report.target = TargetDescription(
            kind: .url, name: "x", version: "2", location: "http://x/", origin: "http://x")
        #expect(
            JSONReport.render(report, version: "1").contains(
                #""target": {"kind": "url", "name": "x", "version": "2", "url": "http://x/"}"#))
        report.target = TargetDescription(kind: .adapter, name: "x", location: "./a", origin: "http://x")
        #expect(
            JSONReport.render(report, version: "1").contains(
                #""target": {"kind": "adapter", "name": "x", "command": "./a"}"#))
    }

    @Test(arguments: [
        (Duration.nanoseconds(0), "0.0"), (.nanoseconds(1_234_567), "1.235"), (.nanoseconds(400), "0.0"),
        (.milliseconds(12), "12.0"), (.seconds(3600), "3600000.0"),
    ])
    func `A duration is in milliseconds with at most three decimals`(duration: Duration, text: String) {
        var report = Sample.report([])
        report.duration = duration
        #expect(JSONReport.render(report, version: "1").contains("\"duration_ms\": \(text)\n"))
    }

    private static let whole = """
        {
          "corspec": "0.1.0",
          "format": 1,
          "target": {"kind": "builtin", "name": "sample"},
          "summary": {
            "selected": 2,
            "passed": 0,
            "hazard": 0,
            "failed": 1,
            "known": 0,
            "skipped": 1,
            "error": 0,
            "unsafe": 0,
            "broken": 1,
            "duration_ms": 12.0
          },
          "results": [
            {
              "id": "origin/granted@a",
              "case": "origin/granted",
              "policy": "list",
              "title": "A granted origin must be able to read",
              "status": "failed",
              "severity": "broken",
              "known": false,
              "reason": null,
              "findings": [
                {
                  "severity": "broken",
                  "message": "A browser blocks the read: the answer grants another origin.",
                  "expected": "one line Access-Control-Allow-Origin: https://app.example, or *",
                  "actual": "Access-Control-Allow-Origin: https://app.example/",
                  "section": "concept-cors-check",
                  "console": "Access to fetch has been blocked by CORS policy.",
                  "cause": "The origin is spelled otherwise.",
                  "fix": "Echo the Origin field."
                }
              ],
              "exchanges": [
                {
                  "request": {
                    "method": "GET",
                    "path": "/open",
                    "headers": [["Host", "api.corspec.example"], ["Origin", "https://app.example"]]
                  },
                  "response": {"status": 200, "headers": [["Access-Control-Allow-Origin", "a\u{E9}\\u0001"]]},
                  "ms": 1.5
                },
                {"request": {"method": "HEAD", "path": "/", "headers": []}, "response": null, "ms": 1.235}
              ]
            },
            {
              "id": "a/b",
              "case": "a/b",
              "policy": "many",
              "title": "A granted origin must be able to read",
              "status": "skipped",
              "severity": null,
              "known": false,
              "reason": "no \\"method\\"",
              "findings": [],
              "exchanges": []
            }
          ]
        }

        """
}
