import CORSVocabulary

/// An address of the own machine without the other one.
struct LocalhostTwinRule: LintRule {
    let code = "localhost-twin"
    let severity = Severity.note
    let summary = "localhost without 127.0.0.1, or the other way round"
    let why =
        "They are two origins to a browser: a developer who types the other one is blocked."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["http://localhost:3000"]}"#
    let good = #"{"allow_origins": ["http://localhost:3000", "http://127.0.0.1:3000"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        let known = Set(subject.origins.map(\.text) + (subject.draft.mustRefuse ?? []).map(\.text))
        return subject.origins.compactMap { entry in
            guard let parts = OriginSyntax(entry.text), ["http", "https"].contains(parts.scheme),
                let other = ["localhost": "127.0.0.1", "127.0.0.1": "localhost"][parts.host]
            else { return nil }
            let twin = parts.with(host: other)
            if known.contains(twin) || subject.grants(twin) != false { return nil }
            return finding(
                "\(LintText.quoted(entry.text)) is listed, \"\(twin)\" is not", at: entry.position,
                fix: "list \"\(twin)\" as well, or name it in must_refuse")
        }
    }
}
