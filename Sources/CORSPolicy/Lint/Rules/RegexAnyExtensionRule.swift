import CORSVocabulary

/// A pattern that any browser extension matches.
struct RegexAnyExtensionRule: LintRule {
    let code = "regex-any-extension"
    let severity = Severity.unsafe
    let summary = "a pattern that any browser extension matches"
    let why =
        "Anybody can write an extension: which one it is, its id says."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "chrome-extension://.*"}"#
    let good = #"{"allow_origins": ["chrome-extension://abcdefghijklmnopabcdefghijklmnop"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, let usable = pattern.usable, pattern.faults(.anyOrigin).isEmpty else {
            return []
        }
        let ids = [
            "chrome-extension://\(String(repeating: "a", count: 32))",
            "chrome-extension://\(String(repeating: "p", count: 32))",
        ]
        let others = [
            "moz-extension://00000000-0000-4000-8000-000000000000",
            "moz-extension://ffffffff-ffff-4fff-bfff-ffffffffffff",
        ]
        for pair in [ids, others] where pair.allSatisfy({ (try? usable.matches(Origin($0))) == true }) {
            return [
                finding(
                    "the pattern \(LintText.quoted(pattern.text)) matches any browser extension", at: pattern.position,
                    fix: "list the extension with its id", witness: pair[0])
            ]
        }
        return []
    }
}
