/// What a case may leave for the policy to fill.
package enum Placeholder: String, Sendable, Hashable, CaseIterable {
    case granted
    case secondGranted = "second-granted"
    case eachGranted = "each-granted"
    case eachNearMiss = "each-near-miss"
    case eachTypicalMiss = "each-typical-miss"
    case eachTypicalUnsendable = "each-typical-unsendable"
    case eachUnsendable = "each-unsendable"
    case unrelated
    case target
    case simpleMethod = "simple-method"
    case eachSimpleMethod = "each-simple-method"
    case eachListedMethod = "each-listed-method"
    case eachUnsafeMethod = "each-unsafe-method"
    case unsafeMethod = "unsafe-method"
    case eachUnlistedMethod = "each-unlisted-method"
    case unlistedMethod = "unlisted-method"
    case eachNearMissMethod = "each-near-miss-method"
    case listedHeader = "listed-header"
    case eachListedHeader = "each-listed-header"
    case lastListedHeader = "last-listed-header"
    case eachUnlistedHeader = "each-unlisted-header"
    case unlistedHeader = "unlisted-header"
    case eachNearMissHeader = "each-near-miss-header"
    case allListedHeaders = "all-listed-headers"
    case eachExposed = "each-exposed"
    case eachHidden = "each-hidden"

    /// Whether each of its values makes a row of its own.
    var isEach: Bool { rawValue.hasPrefix("each-") }
}
