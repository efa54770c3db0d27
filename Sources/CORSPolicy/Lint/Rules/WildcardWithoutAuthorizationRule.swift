import CORSVocabulary

/// A star that leaves Authorization out.
struct WildcardWithoutAuthorizationRule: LintRule {
    let code = "wildcard-without-authorization"
    let severity = Severity.note
    let summary = "* in allow_headers, which leaves Authorization out"
    let why =
        "A literal * does not cover Authorization: a server must name it, or answer with the names "
        + "that were asked for."
    let section = SpecSection.corsNonWildcardRequestHeaderName
    let bad = #"{"allow_origins": ["*"], "allow_headers": ["*"]}"#
    let good = #"{"allow_origins": ["*"], "allow_headers": ["Authorization", "X-Api-Key"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard !subject.hasCredentials, let entry = subject.draft.allowHeaders?.first,
            subject.draft.allowHeaders?.count == 1, entry.text == "*"
        else { return [] }
        return [
            finding(
                "[\"*\"] in \"allow_headers\": a literal * in an answer does not grant Authorization",
                at: entry.position,
                fix: "name the headers, Authorization among them if pages send it")
        ]
    }
}
