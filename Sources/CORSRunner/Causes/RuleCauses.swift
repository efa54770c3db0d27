import CORSFixtures
import CORSVocabulary

/// What makes a named rule fail.
enum RuleCauses {
    /// Returns the cause.
    static func cause(_ rule: NamedRule, _ evidence: Evidence) -> Cause? {
        switch rule {
        case .maxAge:
            evidence.response?.headers.contains(.accessControlMaxAge) == false ? .maxAgeMissing : .maxAgeWrong
        case .knownFields: .fieldMisspelt
        case .noServerError: .serverErrorOnRefusal
        case .cookieAttributes: .cookieNotSentCrossSite
        case .exposure: .exposesTooMuch
        case .sameAsPlain: .sameOriginBlocked
        }
    }
}
