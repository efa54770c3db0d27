import CORSVocabulary

/// No boundary before a domain.
struct RegexMissingBoundaryRule: LintRule {
    let code = "regex-missing-boundary"
    let severity = Severity.unsafe
    let summary = "no boundary before a domain in a pattern"
    let why =
        "Whoever registers a longer name that ends alike is granted."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://.*example\\.com"}"#
    let good = #"{"allow_origin_regex": "https://(.*\\.)?example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern else { return [] }
        return pattern.faults(.missingBoundary).map { fault in
            finding(
                "nothing says where the name before \"\(fault.subject)\" ends",
                at: pattern.position, fix: "write (.*\\\\.)? before it in JSON, which is (.*\\.)? in the pattern",
                witness: fault.witness)
        }
    }
}
