import CORSVocabulary

/// A method in lower case that browsers leave so.
struct MethodLowerCaseRule: LintRule {
    let code = "method-lower-case"
    let severity = Severity.hazard
    let summary = "a method in lower case that browsers leave so"
    let why =
        "Browsers send patch as it is written: a page that asks for PATCH, as most do, is blocked by "
        + "this entry."
    let section = SpecSection.methodNormalize
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET", "patch"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_methods": ["GET", "PATCH"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        let common = [
            "PATCH", "QUERY", "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "PURGE",
        ]
        let methods = subject.draft.allowMethods ?? []
        return methods.compactMap { method in
            let upper = method.text.uppercased()
            guard upper != method.text, common.contains(upper), !methods.contains(where: { $0.text == upper }) else {
                return nil
            }
            return finding(
                "\"\(method.text)\" in \"allow_methods\" does not grant \"\(upper)\"", at: method.position,
                fix: "write \"\(upper)\"")
        }
    }
}
