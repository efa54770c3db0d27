import CORSVocabulary

/// An entry that stands twice.
struct DuplicateEntryRule: LintRule {
    let code = "duplicate-entry"
    let severity = Severity.note
    let summary = "an entry that stands twice"
    let why =
        "Whoever removes one of the two thinks that it is refused from then on."
    let section = SpecSection.corsProtocol
    let bad = #"{"allow_origins": ["https://app.example.com", "https://app.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.lists.flatMap { setting, texts in
            var seen: Set<String> = []
            let ignoresCase = setting == .allowHeaders || setting == .exposeHeaders
            return texts.filter { !seen.insert(ignoresCase ? $0.text.lowercased() : $0.text).inserted }.map { entry in
                finding(
                    "\(LintText.quoted(entry.text)) stands twice in \"\(setting.rawValue)\"", at: entry.position,
                    fix: "leave one of them out")
            }
        }
    }
}
