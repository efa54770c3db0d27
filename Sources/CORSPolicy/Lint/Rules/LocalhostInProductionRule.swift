import CORSVocabulary

/// The own machine's origins in a production environment.
struct LocalhostInProductionRule: LintRule {
    let code = "localhost-in-production"
    let severity = Severity.hazard
    let summary = "the own machine's origins in a production environment"
    let why =
        "Any program on a user's machine that serves pages there, and whoever takes that port, can "
        + "read answers."
    let section = SpecSection.corsCheck
    let bad =
        #"{"environments": {"production": {"allow_origins": ["https://app.example.com", "http://localhost:3000", "http://127.0.0.1:3000"]}}}"#
    let good =
        #"{"environments": {"production": {"allow_origins": ["https://app.example.com"]}, "development": {"allow_origins": ["http://localhost:3000", "http://127.0.0.1:3000"]}}}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let name = subject.environment, ["prod", "live"].contains(where: name.lowercased().hasPrefix) else {
            return []
        }
        return subject.origins.filter { OriginSyntax($0.text)?.isOwnMachine == true }.map { entry in
            finding(
                "\(LintText.quoted(entry.text)) is granted in the environment \"\(name)\"", at: entry.position,
                fix: "list it in the environment for development alone")
        }
    }
}
