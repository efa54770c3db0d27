/// How much a finding matters, worked out from the policy and the verdict; the same word everywhere.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// No browser reaches it, or it is untidy and harmless.
    case note
    /// The granted fetch works, something beside it does not.
    case hazard
    /// A browser would block what the policy grants, or hide what it exposes.
    case broken
    /// A browser would let a page read or send what the policy refuses.
    case unsafe

    /// Whether a finding of this severity fails the run.
    public var failsRun: Bool { self >= .broken }

    /// Orders severities from `note` to `unsafe`.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .hazard: 1
        case .broken: 2
        case .unsafe: 3
        }
    }
}
