import CORSVocabulary

/// A field of answers among the request headers.
struct ResponseFieldAllowedRule: LintRule {
    let code = "response-field-allowed"
    let severity = Severity.note
    let summary = "an Access-Control response field among the request headers"
    let why =
        "Servers send these fields; pages that send them make a preflight due for nothing."
    let section = SpecSection.httpResponses
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_headers": ["Access-Control-Allow-Origin"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_headers": ["X-Api-Key"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        (subject.draft.allowHeaders ?? []).filter {
            let name = $0.text.lowercased()
            return name.hasPrefix("access-control-") && !name.hasPrefix("access-control-request-")
        }.map { name in
            finding(
                "\"\(name.text)\" in \"allow_headers\" is a field of answers, not of requests", at: name.position,
                fix: "leave it out, and take it out of the page's requests")
        }
    }
}
