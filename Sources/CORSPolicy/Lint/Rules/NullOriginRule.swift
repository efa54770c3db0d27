import CORSVocabulary

/// The origin null, listed.
struct NullOriginRule: LintRule {
    let code = "null-origin"
    let severity = Severity.unsafe
    let summary = "the origin null, listed"
    let why =
        "null is the origin of every sandboxed frame, data: page and local file: any site can make a "
        + "page that has it."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://app.example.com", "null"], "allow_credentials": true}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.origins.filter { $0.text == "null" }.map { entry in
            finding(
                "\"null\" in \"allow_origins\" grants every site"
                    + (subject.hasCredentials ? ", together with credentials" : ""),
                at: entry.position, severity: subject.hasCredentials ? .unsafe : .hazard,
                fix: "leave it out; serve the page from an origin of its own", witness: "null")
        }
    }
}
