import CORSVocabulary

/// OPTIONS, which preflights do not need.
struct MethodOptionsRule: LintRule {
    let code = "method-options"
    let severity = Severity.note
    let summary = "OPTIONS, which preflights do not need"
    let why =
        "A preflight asks for the method that follows it, never for OPTIONS; the entry lets pages "
        + "send OPTIONS themselves."
    let section = SpecSection.corsPreflightFetch
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET", "OPTIONS"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        (subject.draft.allowMethods ?? []).filter { $0.text == "OPTIONS" }.map { method in
            finding(
                "\"OPTIONS\" in \"allow_methods\" is not needed for preflights", at: method.position,
                fix: "leave it out, unless pages are to send OPTIONS themselves")
        }
    }
}
