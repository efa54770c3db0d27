import CORSVocabulary

/// A method that no page can use.
struct MethodForbiddenRule: LintRule {
    let code = "method-forbidden"
    let severity = Severity.broken
    let summary = "a method that no page can use"
    let why =
        "fetch() refuses CONNECT, TRACE and TRACK in any case."
    let section = SpecSection.methodNormalize
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET", "TRACE"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        let forbidden = ["CONNECT", "TRACE", "TRACK"]
        return (subject.draft.allowMethods ?? []).filter { forbidden.contains($0.text.uppercased()) }.map { method in
            finding(
                "\"\(method.text)\" in \"allow_methods\": no page can use it", at: method.position, fix: "leave it out")
        }
    }
}
