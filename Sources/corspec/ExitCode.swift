import CORSReports

/// What a process ends with; of several that apply, the first in the order 2, 3, 1, 4.
enum ExitCode: Int32, CaseIterable {
    /// Everything that ran is as it must be.
    case success = 0
    /// At least one finding fails the run.
    case findings = 1
    /// The command line, a policy, a fixture or a baseline is wrong.
    case usage = 2
    /// The target could not be reached, set up or understood, died, or a row ended in error.
    case target = 3
    /// The baseline lists what is no longer so.
    case stale = 4
    /// The run was interrupted; what was finished is in the reports.
    case interrupted = 130

    /// Makes the code of what a run comes to.
    init(_ conclusion: Conclusion) { self = Self(rawValue: conclusion.exitCode) ?? .target }
}
