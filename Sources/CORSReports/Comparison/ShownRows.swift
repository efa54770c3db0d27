import CORSRunner

/// Which rows of a comparison are listed.
package enum ShownRows: Sendable, Hashable {
    /// Those in which a column has a finding.
    case findings
    /// Those of which columns say different things.
    case differences

    /// Returns the rows that are listed.
    func rows(of comparison: Comparison) -> [Comparison.Row] {
        comparison.rows.filter { row in
            switch self {
            case .findings: row.hasFinding
            case .differences: row.isDisputed
            }
        }
    }
}
