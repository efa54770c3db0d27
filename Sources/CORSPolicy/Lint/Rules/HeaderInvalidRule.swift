import CORSVocabulary

/// Something that is no header name.
struct HeaderInvalidRule: LintRule {
    let code = "header-invalid"
    let severity = Severity.broken
    let summary = "something that is no header name"
    let why =
        "A header's name is a token; no request or answer can carry another."
    let section = SpecSection.httpNewHeaderSyntax
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_headers": ["X-Api-Key: 1"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_headers": ["X-Api-Key"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.lists.filter { $0.setting == .allowHeaders || $0.setting == .exposeHeaders }.flatMap { setting, texts in
            texts.filter { FieldName($0.text) == nil }.map { name in
                finding(
                    "\(LintText.quoted(name.text)) in \"\(setting.rawValue)\" is no header name", at: name.position,
                    fix: "write one name an entry, such as \"X-Api-Key\"")
            }
        }
    }
}
