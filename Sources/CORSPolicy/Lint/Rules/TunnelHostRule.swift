import CORSVocabulary

/// A host at a tunnel service.
struct TunnelHostRule: LintRule {
    let code = "tunnel-host"
    let severity = Severity.hazard
    let summary = "a host at a tunnel service, with credentials"
    let why =
        "Such a host is given back when the tunnel ends, and somebody else can get it."
    let section = SpecSection.corsProtocolAndCredentials
    let bad = #"{"allow_origins": ["https://ab12cd.ngrok-free.app"], "allow_credentials": true}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard subject.hasCredentials else { return [] }
        return subject.origins.compactMap { entry in
            guard let host = OriginSyntax(entry.text)?.host,
                let service = PublicSuffixes.tunnels.sorted().first(where: { host.hasSuffix(".\($0)") })
            else { return nil }
            return finding(
                "\(LintText.quoted(entry.text)) is a host at \(service), together with credentials",
                at: entry.position, fix: "list it in an environment for development, or not at all")
        }
    }
}
