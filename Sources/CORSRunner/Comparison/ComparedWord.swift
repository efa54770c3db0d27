import CORSVocabulary

/// What a column says of a row, in one word.
package enum ComparedWord: String, Sendable, Hashable, CaseIterable {
    /// Nothing is wrong; notes at most.
    case ok
    /// The worst finding is a hazard.
    case hazard
    /// The worst finding is broken.
    case broken
    /// The worst finding is unsafe.
    case unsafe
    /// The target gave no answer.
    case error
    /// The row was not run.
    case skipped
    /// The target refused the policy.
    case refused

    /// Whether the row was run.
    package var hasRun: Bool { self != .skipped && self != .refused }

    /// Whether something is wrong.
    package var isFinding: Bool { self == .hazard || self == .broken || self == .unsafe || self == .error }

    /// Makes the word of a result.
    init(_ status: RowResult.Status, severity: Severity?, reason: String?) {
        self =
            switch status {
            case .passed: .ok
            case .hazard: .hazard
            case .failed: severity == .unsafe ? .unsafe : .broken
            case .error: .error
            case .skipped: ComparedCell.isRefusal(reason) ? .refused : .skipped
            }
    }
}
