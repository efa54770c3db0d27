import CORSFixtures

/// The rules that cases name, each in a file of its own.
enum NamedRules {
    /// Returns what is wrong by a rule.
    static func findings(_ rule: NamedRule, _ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        switch rule {
        case .maxAge: MaxAgeRule.findings(outcome, assessor)
        case .knownFields: KnownFieldsRule.findings(outcome, assessor)
        case .noServerError: NoServerErrorRule.findings(outcome, assessor)
        case .cookieAttributes: CookieAttributesRule.findings(outcome, assessor)
        case .exposure: ExposureRule.findings(outcome, assessor)
        case .sameAsPlain: SameAsPlainRule.findings(outcome, assessor)
        }
    }
}
