import CORSVocabulary

/// An exposed header that scripts see anyway.
struct ExposedSafelistedRule: LintRule {
    let code = "exposed-safelisted"
    let severity = Severity.note
    let summary = "an exposed header that scripts see anyway"
    let why =
        "Scripts see it in every answer that they may read."
    let section = SpecSection.corsSafelistedResponseHeaderName
    let bad = #"{"allow_origins": ["https://app.example.com"], "expose_headers": ["Content-Type"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "expose_headers": ["X-Total-Count"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        let safelisted = [
            "cache-control", "content-language", "content-length", "content-type", "expires", "last-modified", "pragma",
        ]
        return (subject.draft.exposeHeaders ?? []).filter { safelisted.contains($0.text.lowercased()) }.map { name in
            finding(
                "\"\(name.text)\" in \"expose_headers\": scripts see it anyway", at: name.position, fix: "leave it out")
        }
    }
}
