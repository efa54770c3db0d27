import CORSVocabulary

/// An exposed header that scripts never see.
struct ExposedForbiddenRule: LintRule {
    let code = "exposed-forbidden"
    let severity = Severity.hazard
    let summary = "an exposed header that scripts never see"
    let why =
        "Browsers hide Set-Cookie from scripts whatever an answer says."
    let section = SpecSection.corsSafelistedResponseHeaderName
    let bad = #"{"allow_origins": ["https://app.example.com"], "expose_headers": ["Set-Cookie"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "expose_headers": ["X-Total-Count"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        (subject.draft.exposeHeaders ?? []).filter { ["set-cookie", "set-cookie2"].contains($0.text.lowercased()) }
            .map { name in
                finding(
                    "\"\(name.text)\" in \"expose_headers\": scripts never see it", at: name.position,
                    fix: "leave it out; send what scripts need in a header of its own")
            }
    }
}
