import CORSRunner
import CORSVocabulary

/// Findings that have one cause.
struct FindingGroup {
    /// A finding and its row.
    struct Member {
        var row: RowResult
        var finding: Finding
    }

    /// The severity of the worst.
    let severity: Severity
    /// The cause, or what is wrong where no cause is named.
    let title: String
    /// What to do.
    let fix: String?
    /// The findings, in row order.
    let members: [Member]

    /// How many rows of which policies.
    var places: String {
        var order: [String] = []
        var counts: [String: Set<String>] = [:]
        for member in members {
            if counts[member.row.policy] == nil { order.append(member.row.policy) }
            counts[member.row.policy, default: []].insert(member.row.id)
        }
        let total = counts.values.reduce(0) { $0 + $1.count }
        let parts = order.map { "\($0) \(counts[$0]?.count ?? 0)" }.joined(separator: ", ")
        return "\(Count.rows(total)): \(parts)"
    }

    /// Groups the findings of rows by severity and cause, the worst first, then in row order.
    static func groups(of rows: [RowResult], atLeast severity: Severity) -> [FindingGroup] {
        struct Key: Hashable {
            var severity: Severity
            var title: String
        }
        var order: [Key] = []
        var members: [Key: [Member]] = [:]
        for row in rows where !row.isKnown {
            for finding in row.findings where finding.severity >= severity {
                let key = Key(severity: finding.severity, title: finding.cause?.title ?? finding.message)
                if members[key] == nil { order.append(key) }
                members[key, default: []].append(Member(row: row, finding: finding))
            }
        }
        return Severity.allCases.reversed().flatMap { severity in
            order.filter { $0.severity == severity }.map { key in
                let all = members[key] ?? []
                return FindingGroup(
                    severity: severity, title: key.title, fix: all.first?.finding.fix, members: all)
            }
        }
    }
}
