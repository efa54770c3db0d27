import CORSVocabulary

/// Something that is no method.
struct MethodInvalidRule: LintRule {
    let code = "method-invalid"
    let severity = Severity.broken
    let summary = "something that is no method"
    let why =
        "A method is a token: fetch() refuses anything else."
    let section = SpecSection.httpNewHeaderSyntax
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET", "PUT POST"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET", "PUT", "POST"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        (subject.draft.allowMethods ?? []).filter { Method($0.text) == nil }.map { method in
            finding(
                "\(LintText.quoted(method.text)) in \"allow_methods\" is no method", at: method.position,
                fix: "write one method an entry, such as \"GET\"")
        }
    }
}
