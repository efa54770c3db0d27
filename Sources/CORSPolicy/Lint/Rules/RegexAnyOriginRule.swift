import CORSVocabulary

/// Any origin, by the pattern.
struct RegexAnyOriginRule: LintRule {
    let code = "regex-any-origin"
    let severity = Severity.hazard
    let summary = "a pattern that any origin matches, without credentials"
    let why =
        "[\"*\"] means the same and says so; a pattern makes the server echo the origin, which needs "
        + "Vary: Origin wherever answers are cached, and becomes a hole on the day credentials are switched on."
    let section = SpecSection.corsProtocolAndHTTPCaches
    let bad = #"{"allow_origin_regex": ".*"}"#
    let good = #"{"allow_origins": ["*"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard !subject.hasCredentials, let pattern = subject.pattern else { return [] }
        return pattern.faults(.anyOrigin).map { fault in
            finding(
                "the pattern \(LintText.quoted(pattern.text)) matches any origin", at: pattern.position,
                fix: "write allow_origins [\"*\"] if any origin is meant, else name the host in the pattern",
                witness: fault.witness)
        }
    }
}
