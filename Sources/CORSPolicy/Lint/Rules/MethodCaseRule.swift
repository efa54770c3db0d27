import CORSVocabulary

/// A method in another case than browsers send it.
struct MethodCaseRule: LintRule {
    let code = "method-case"
    let severity = Severity.broken
    let summary = "a method that browsers put in upper case, in another case"
    let why =
        "fetch() puts GET, HEAD, POST, PUT, DELETE and OPTIONS in upper case, and methods are "
        + "compared byte for byte."
    let section = SpecSection.methodNormalize
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["get", "put"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET", "PUT"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        let normalized = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]
        return (subject.draft.allowMethods ?? []).compactMap { method in
            let upper = method.text.uppercased()
            guard upper != method.text, normalized.contains(upper) else { return nil }
            return finding(
                "\"\(method.text)\" in \"allow_methods\" can never match: browsers send \"\(upper)\"",
                at: method.position, fix: "write \"\(upper)\"")
        }
    }
}
