import CORSVocabulary

/// A request header that needs no grant.
struct HeaderSafelistedRule: LintRule {
    let code = "header-safelisted"
    let severity = Severity.note
    let summary = "a request header that needs no grant"
    let why =
        "Pages may send it anyway; only values that are not plain need a grant."
    let section = SpecSection.corsSafelistedRequestHeader
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_headers": ["Accept"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_headers": ["X-Api-Key"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        let safelisted = ["accept", "accept-language", "content-language"]
        return (subject.draft.allowHeaders ?? []).filter { safelisted.contains($0.text.lowercased()) }.map { name in
            finding("\"\(name.text)\" in \"allow_headers\" needs no grant", at: name.position, fix: "leave it out")
        }
    }
}
