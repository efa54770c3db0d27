import CORSRunner
import CORSVocabulary

/// Hand-made parts of reports.
enum Sample {
    static let target = TargetDescription(kind: .builtin, name: "sample", origin: "https://api.corspec.example")
    static let looseCause = Cause(id: "slash", title: "The origin is spelled otherwise.", fix: "Echo the Origin field.")

    /// An exchange whose answer has these lines.
    static func exchange(
        _ answer: HeaderList, status: Int = 200, method: Method = .get, origin: FieldValue = "https://app.example",
        sent: [HeaderField] = []
    ) -> RecordedExchange {
        let headers = HeaderList([HeaderField("Host", "api.corspec.example"), HeaderField(.origin, origin)] + sent)
        return RecordedExchange(
            request: HTTPRequest(method: method, path: "/open", headers: headers),
            response: HTTPResponse(status: status, headers: answer), duration: .microseconds(1500))
    }

    /// A grant with a slash too much: what a browser blocks.
    static func slash(
        severity: Severity = .broken, message: String = "A browser blocks the read: the answer grants another origin.",
        cause: Cause? = looseCause
    ) -> Finding {
        var finding = Finding(
            kind: .header(.accessControlAllowOrigin), severity: severity, message: message,
            expected: "one line Access-Control-Allow-Origin: https://app.example, or *",
            actual: "Access-Control-Allow-Origin: https://app.example/", section: .corsCheck,
            console: "Access to fetch has been blocked by CORS policy.", exchange: 0,
            field: .accessControlAllowOrigin)
        finding.cause = cause
        finding.fix = cause?.fix
        return finding
    }

    /// A row that shows findings; its one exchange is an answer with a slash too much.
    static func row(
        _ id: String, policy: String = "list", title: String = "A granted origin must be able to read",
        status: RowResult.Status = .passed, reason: String? = nil,
        _ findings: [Finding] = []
    ) -> RowResult {
        let caseID = id.split(separator: "@").first.map(String.init) ?? id
        let answer: HeaderList = [
            "Vary": "Origin", "Access-Control-Allow-Origin": "https://app.example/", "Server": "sample",
        ]
        return RowResult(
            id: id, caseID: caseID, policy: policy, title: title,
            why: "Browsers compare bytes.", status: status, reason: reason, findings: findings,
            exchanges: findings.isEmpty ? [] : [exchange(answer)])
    }

    /// A report of rows.
    static func report(
        _ rows: [RowResult], refusals: [(policy: String, reason: String)] = []
    ) -> RunReport {
        RunReport(target: target, refusals: refusals, rows: rows, duration: .milliseconds(12))
    }
}
