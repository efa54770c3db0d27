package import CORSRunner
package import CORSVocabulary

/// What the user gave and no report may show: the values of header lines.
package struct Secrets: Sendable, Hashable {
    private static let mask = "***"
    /// Shorter values are hidden where they were sent, and not looked for elsewhere: they would be found everywhere.
    private static let leastLength = 6

    private let names: Set<FieldName>
    private let values: [String]

    /// Makes secrets of header lines.
    package init(_ lines: [HeaderField]) {
        names = Set(lines.map(\.name))
        values = Set(lines.flatMap(Self.parts)).filter { $0.count >= Self.leastLength }
            .sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Makes secrets of several.
    package init(joining secrets: [Secrets]) {
        names = secrets.reduce(into: []) { $0.formUnion($1.names) }
        values = Set(secrets.flatMap(\.values)).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Returns a value, and what is secret of it by itself: what follows a scheme, or a cookie's name.
    private static func parts(_ line: HeaderField) -> [String] {
        let whole = line.value.text
        let pieces =
            line.name == .cookie
            ? whole.split(separator: ";").map { $0.drop { $0 != "=" }.dropFirst() }
            : [whole.drop { $0 != " " }.dropFirst()]
        return [whole] + pieces.map(String.init)
    }

    /// Says whether a line's value is hidden.
    static func isHidden(_ field: HeaderField) -> Bool { field.value.bytes.elementsEqual(mask.utf8) }

    /// Returns a report without the secrets, wherever they stand.
    package func hiding(_ report: RunReport) -> RunReport {
        guard !names.isEmpty else { return report }
        var hidden = report
        // A program's last words may hold what it was sent.
        hidden.failures = report.failures.map(hiding)
        hidden.refusals = report.refusals.map { (policy: $0.policy, reason: hiding($0.reason)) }
        for index in hidden.rows.indices {
            hidden.rows[index].reason = hidden.rows[index].reason.map(hiding)
            hidden.rows[index].exchanges = hidden.rows[index].exchanges.map(hiding)
            hidden.rows[index].findings = hidden.rows[index].findings.map(hiding)
        }
        return hidden
    }

    /// Returns a request without the secrets.
    package func hiding(_ request: HTTPRequest) -> HTTPRequest {
        var hidden = request
        for index in hidden.headers.fields.indices where names.contains(hidden.headers.fields[index].name) {
            hidden.headers.fields[index].value = FieldValue(Self.mask)
        }
        return hidden
    }

    private func hiding(_ exchange: RecordedExchange) -> RecordedExchange {
        var hidden = exchange
        hidden.request = hiding(exchange.request)
        for (index, field) in (exchange.response?.headers.fields ?? []).enumerated() {
            hidden.response?.headers.fields[index].value = FieldValue(hiding(field.value.text))
        }
        return hidden
    }

    private func hiding(_ finding: Finding) -> Finding {
        var hidden = finding
        hidden.message = hiding(finding.message)
        hidden.expected = hiding(finding.expected)
        hidden.actual = hiding(finding.actual)
        hidden.console = finding.console.map(hiding)
        return hidden
    }

    private func hiding(_ text: String) -> String {
        values.reduce(text) { $0.replacing($1, with: Self.mask) }
    }
}
