import CORSRunner
import CORSVocabulary

/// Findings that have one cause.
struct FindingGroup {
    /// A finding and its row.
    struct Member {
        var row: RowResult
        var finding: Finding

        /// How much there is to read: exchanges, header lines of the request that shows the finding, and how odd the
        /// answer's status is.
        var size: [Int] {
            guard let index = finding.exchange, row.exchanges.indices.contains(index) else {
                return [row.exchanges.count]
            }
            let exchange = row.exchanges[index]
            return [row.exchanges.count, exchange.request.headers.fields.count, exchange.response?.status ?? 0]
        }
    }

    /// What findings of one group have in common: the cause, or else the case and the kind of thing that is wrong.
    private struct Key: Hashable {
        var cause: Cause?
        var caseID: String?
        var kind: String?

        init(_ finding: Finding, of row: RowResult) {
            cause = finding.cause
            guard cause == nil else { return }
            caseID = row.caseID
            kind = finding.kind.group
        }
    }

    /// The findings, the worst first, then in row order; but before all the plainest of the worst, to show them by.
    let members: [Member]

    private init(members: [Member]) {
        var ordered = Severity.allCases.reversed().flatMap { severity in
            members.filter { $0.finding.severity == severity }
        }
        let worst = ordered.prefix { $0.finding.severity == ordered.first?.finding.severity }
        let plainest = worst.indices.min { worst[$0].size.lexicographicallyPrecedes(worst[$1].size) }
        if let plainest { ordered.insert(ordered.remove(at: plainest), at: 0) }
        self.members = ordered
    }

    /// The severity of the worst.
    var severity: Severity { members.first?.finding.severity ?? .note }

    /// The cause, or nil where the evidence names none.
    var cause: Cause? { members.first?.finding.cause }

    /// The cause; where none is named what is wrong, or what must hold if it is wrong in several ways.
    var title: String {
        if let cause { return cause.title }
        guard let first = members.first else { return "" }
        return members.allSatisfy { $0.finding.message == first.finding.message }
            ? first.finding.message : "\(first.row.title): this does not hold, and no cause is known."
    }

    /// What to do.
    var fix: String? { members.first?.finding.fix }

    /// How many rows of which policies, and how bad where that differs.
    var places: String {
        var order: [String] = []
        var rows: [String: Set<String>] = [:]
        for member in members {
            if rows[member.row.policy] == nil { order.append(member.row.policy) }
            rows[member.row.policy, default: []].insert(member.row.id)
        }
        let total = rows.values.reduce(0) { $0 + $1.count }
        let counts = order.map { "\($0) \(rows[$0]?.count ?? 0)" }.joined(separator: ", ")
        let text =
            order.count == 1
            ? "\(Count.of(total, "row")) of policy \(order[0])"
            : "\(Count.of(total, "row")) of \(order.count) policies: \(counts)"
        let severities = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = members.count { $0.finding.severity == severity }
            return count > 0 ? "\(count) \(severity.rawValue)" : nil
        }
        return severities.count > 1 ? "\(text) (findings: \(severities.joined(separator: ", ")))" : text
    }

    /// Groups the findings of rows by cause, the worst first, then in row order.
    static func groups(of rows: [RowResult], atLeast severity: Severity) -> [FindingGroup] {
        var order: [Key] = []
        var members: [Key: [Member]] = [:]
        for row in rows where !row.isKnown {
            for finding in row.findings where finding.severity >= severity {
                let key = Key(finding, of: row)
                if members[key] == nil { order.append(key) }
                members[key, default: []].append(Member(row: row, finding: finding))
            }
        }
        let groups = order.map { FindingGroup(members: members[$0] ?? []) }
        return Severity.allCases.reversed().flatMap { severity in groups.filter { $0.severity == severity } }
    }
}

extension FindingKind {
    /// The kind without what it is about, for grouping.
    fileprivate var group: String {
        switch self {
        case .grantBlocked: "grant-blocked"
        case .fetchFails: "fetch-fails"
        case .redirectedElsewhere: "redirected-elsewhere"
        case .refusalPassed: "refusal-passed"
        case .hidden: "hidden"
        case .exposed: "exposed"
        case .status: "status"
        case .header(let name): "header \(name.lowercased)"
        case .rule(let rule): "rule \(rule)"
        case .collateralGrant: "collateral-grant"
        case .unmeantCredentials: "unmeant-credentials"
        case .wildcardWithCredentials: "wildcard-with-credentials"
        case .cachedAnswer: "cached-answer"
        case .cachedAtFreshAddress: "cached-at-fresh-address"
        case .bodyWithoutContent: "body-without-content"
        case .statusDiffers: "status-differs"
        }
    }
}
