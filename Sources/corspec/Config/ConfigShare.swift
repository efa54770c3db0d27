import StrictJSON

/// One path's share of a run.
struct ConfigShare {
    /// The options that hold for it.
    var parsed: ParsedArguments
    /// The name of its policy in reports, or nil for the policy's own.
    var name: String?
    /// Where it stands in the configuration file, or nil if there is none.
    var place: SourcePosition?
}
