import CORSVocabulary

/// A public suffix as an origin.
struct PublicSuffixListedRule: LintRule {
    let code = "public-suffix-listed"
    let severity = Severity.hazard
    let summary = "an origin that is a platform itself"
    let why =
        "Nobody but the platform has pages there; what was meant is most likely one host below it."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://github.io"]}"#
    let good = #"{"allow_origins": ["https://example.github.io"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.origins.compactMap { entry in
            guard let host = OriginSyntax(entry.text)?.host, PublicSuffixes.contains(host) else { return nil }
            return finding(
                "\(LintText.quoted(entry.text)) names a public suffix, not a site below it", at: entry.position,
                fix: "write the site's whole host")
        }
    }
}
