import CORSVocabulary

/// Plain http together with credentials.
struct HTTPWithCredentialsRule: LintRule {
    let code = "http-with-credentials"
    let severity = Severity.hazard
    let summary = "plain http together with credentials"
    let why =
        "Whoever is on the way between a user and that host, such as a wireless network, can put a "
        + "page there, and so read what the user can."
    let section = SpecSection.corsProtocolAndCredentials
    let bad = #"{"allow_origins": ["http://app.example.com"], "allow_credentials": true}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard subject.hasCredentials else { return [] }
        let listed = subject.origins.filter { entry in
            OriginSyntax(entry.text).map { $0.scheme == "http" && !$0.isOwnMachine } ?? false
        }.map { entry in
            finding(
                "\(LintText.quoted(entry.text)) in \"allow_origins\" is plain http, together with credentials",
                at: entry.position, fix: "serve that site by https, and list it so")
        }
        guard let pattern = subject.pattern, let origin = pattern.analysis?.plainHTTP else { return listed }
        return listed + [
            finding(
                "the pattern \(LintText.quoted(pattern.text)) grants plain http, together with credentials",
                at: pattern.position, fix: "begin the pattern with https://", witness: origin)
        ]
    }
}
