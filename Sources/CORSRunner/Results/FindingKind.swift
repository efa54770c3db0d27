package import CORSFixtures
package import CORSVocabulary
package import FetchModel

/// What kind of thing a finding is, as data: causes are inferred from it.
package enum FindingKind: Sendable, Hashable {
    /// The policy grants, a browser blocks.
    case grantBlocked(Failure)
    /// The policy grants, the fetch fails beside CORS.
    case fetchFails(NetworkError)
    /// The policy grants, a redirect leads to another host.
    case redirectedElsewhere
    /// The policy refuses, a browser lets the page read, or send.
    case refusalPassed
    /// A script must see this header and does not.
    case hidden(FieldName)
    /// A script must not see this header and does.
    case exposed(FieldName)
    /// The status is none of those expected.
    case status
    /// A header is not as expected.
    case header(FieldName)
    /// A named rule does not hold.
    case rule(NamedRule)
    /// The answer grants another origin that the policy refuses.
    case collateralGrant(Origin)
    /// Credentials are granted beside an origin, and the policy grants none.
    case unmeantCredentials
    /// Credentials are announced beside `*`, where no browser honours them.
    case wildcardWithCredentials
    /// A stored answer, put in place of another, breaks a grant or a refusal.
    case cachedAnswer
    /// A cache answered an address that was new.
    case cachedAtFreshAddress
    /// An answer whose status allows no body announces one.
    case bodyWithoutContent
    /// The statuses of a sequence's steps differ.
    case statusDiffers
}
