import CORSVocabulary

/// A listed origin that the pattern matches anyway.
struct EntryCoveredRule: LintRule {
    let code = "entry-covered"
    let severity = Severity.note
    let summary = "a listed origin that the pattern matches anyway"
    let why =
        "Whoever removes it from the list thinks that it is refused from then on."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_origin_regex": "https://[a-z]+\\.example\\.com"}"#
    let good = #"{"allow_origin_regex": "https://[a-z]+\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, let usable = pattern.usable, let analysis = pattern.analysis,
            !analysis.isCoveredByList, subject.origins.count <= Self.mostEntries
        else { return [] }
        return subject.origins.filter { $0.text != "null" && (try? usable.matches(Origin($0.text))) == true }
            .map { entry in
                finding(
                    "\(LintText.quoted(entry.text)) is listed, and the pattern matches it anyway", at: entry.position,
                    fix: "leave it out of the list")
            }
    }

    /// Longer lists are not compared with the pattern.
    private static let mostEntries = 1000
}
