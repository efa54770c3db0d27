import CORSVocabulary

/// A star beside other entries.
struct WildcardBesideEntriesRule: LintRule {
    let code = "wildcard-beside-entries"
    let severity = Severity.broken
    let summary = "* beside other entries"
    let why =
        "Some servers then grant everything, some the entries alone, some send both, which no browser "
        + "accepts."
    let section = SpecSection.httpNewHeaderSyntax
    let bad = #"{"allow_origins": ["*", "https://app.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.lists.compactMap { setting, texts in
            guard texts.count > 1, let wildcard = texts.first(where: { $0.text == "*" }) else { return nil }
            return finding(
                "\"*\" stands beside other entries in \"\(setting.rawValue)\"", at: wildcard.position,
                fix: "write [\"*\"] alone, or the other entries alone")
        }
    }
}
