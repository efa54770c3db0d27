import CORSVocabulary

/// A request header that no script can set.
struct HeaderForbiddenRule: LintRule {
    let code = "header-forbidden"
    let severity = Severity.note
    let summary = "a request header that no script can set"
    let why =
        "The browser sets it itself, and no preflight asks for it."
    let section = SpecSection.forbiddenRequestHeader
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_headers": ["Cookie"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_headers": ["X-Api-Key"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        (subject.draft.allowHeaders ?? []).compactMap { name in
            guard let field = FieldName(name.text), !PolicyMeaning.canAsk(field) else { return nil }
            return finding(
                "\"\(name.text)\" in \"allow_headers\": no script can set it", at: name.position, fix: "leave it out")
        }
    }
}
