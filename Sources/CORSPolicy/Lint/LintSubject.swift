import CORSVocabulary
import StrictJSON

/// A policy, or one of its environments, as rules look at it: read leniently, every value with its place.
package struct LintSubject {
    /// An entry that no browser sends as it is spelt.
    struct Misspelling {
        var setting: String
        var text: PolicyDraft.Text
        var spelling: OriginSpelling
    }

    /// The settings as written.
    let draft: PolicyDraft
    /// The environment, or nil if the policy names none.
    let environment: String?
    /// Origins that are given up.
    let retired: [PolicyDraft.Text]
    /// What is wrong with the form of the file; the first subject of a file has it.
    let form: [Diagnostic]
    /// The pattern, looked at once.
    let pattern: LintedPattern?
    /// Whether it is a policy at all; else only its form is looked at.
    let isPolicy: Bool
    /// The entries that can never match, in order.
    let misspellings: [Misspelling]

    /// Makes a subject.
    init(
        draft: PolicyDraft, environment: String?, retired: [PolicyDraft.Text], form: [Diagnostic],
        pattern: LintedPattern?, isPolicy: Bool = true
    ) {
        self.draft = draft
        self.environment = environment
        self.retired = retired
        self.form = form
        self.pattern = pattern
        self.isPolicy = isPolicy
        let lists = [
            ("allow_origins", draft.allowOrigins ?? []), ("must_grant", draft.mustGrant ?? []), ("retired", retired),
        ]
        misspellings = lists.flatMap { setting, texts in
            texts.compactMap { text in
                OriginSpelling.fault(text.text).map { Misspelling(setting: setting, text: text, spelling: $0) }
            }
        }
    }

    /// Whether credentials are granted.
    var hasCredentials: Bool { draft.allowCredentials == true }
    /// The listed origins.
    var origins: [PolicyDraft.Text] { draft.allowOrigins ?? [] }
    /// Whether the list is exactly `["*"]`.
    var isWildcard: Bool { origins.map(\.text) == ["*"] }
    /// The lists in which `*` has a meaning of its own.
    var lists: [(setting: Policy.Setting, texts: [PolicyDraft.Text])] {
        [
            (.allowOrigins, origins), (.allowMethods, draft.allowMethods ?? []),
            (.allowHeaders, draft.allowHeaders ?? []), (.exposeHeaders, draft.exposeHeaders ?? []),
        ]
    }

    /// Says whether an origin is granted; nil if the pattern cannot say.
    func grants(_ text: String) -> Bool? {
        if isWildcard || origins.contains(where: { $0.text == text }) { return true }
        guard let pattern else { return false }
        return pattern.usable.flatMap { try? $0.matches(Origin(text)) }
    }
}
