/// How a policy's rows can be run.
enum PolicySetup: Sendable {
    /// The target is set up with the policy.
    case ready(any TargetInstance)
    /// The target refuses the policy, with its words.
    case refused(String)
    /// The target could not be set up with it, and why.
    case failed(String)
    /// The run was interrupted before.
    case interrupted
    /// No row of the policy can be run, so the target is not set up with it.
    case unused
}
