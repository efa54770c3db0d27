/// A way in which shipped engines leave the standard.
///
/// Each parameterises a step of the standard's own algorithms; an engine is the standard with its deviations on.
/// Observed in Chromium 156 and Firefox 153.
package enum Deviation: UInt32, Sendable, Hashable, CaseIterable {
    /// `*` in `Access-Control-Allow-Headers` covers `Authorization`.
    case authorizationUnderWildcard
    /// Several equal `Location` lines are one.
    case identicalLocations
    /// A `Range` with a number beyond 64 bits is not safelisted.
    case rangeOverflow
    /// A request with `Available-Dictionary` fails.
    case availableDictionary
    /// Client hints with a valid value are safelisted.
    case clientHintsSafelisted
    /// Request headers of one name are combined before they are judged.
    case combinesDuplicateRequestHeaders
    /// An empty `Location` is none.
    case emptyLocation
    /// A `Range` with a number from 2^63 - 1 up to 64 bits is not safelisted.
    case rangeInt64
    /// In redirect mode `error` a redirect without `Location` is an ordinary response.
    case redirectErrorWithoutLocation
    /// `User-Agent` is a forbidden request header.
    case userAgentForbidden
    /// A redirect to an address with credentials fails even within the page's own origin.
    case userinfoSameOriginRedirect
    /// A 407 is an ordinary response.
    case proxyAuthenticationReadable
    /// Bytes above 0x7F in `Accept` are unsafe.
    case acceptNonASCII
    /// A `*` before an element that is no token exposes every header.
    case exposeMalformedWildcard
    /// `Content-Type` is read in another way.
    case contentTypeParsing
    /// Empty `Access-Control-Allow-Credentials` lines are ignored beside another.
    case emptyCredentialsLineDropped
    /// A preflight that was due once is due after each redirect, whatever is left to ask for.
    case extraPreflightAfterRedirect
    /// Safelisted values may be of any length together.
    case noSumLimit
    /// The preflight after a redirect is the page's own: no redirect makes its origin `null`.
    case redirectPreflightOrigin

    /// A name that several request headers have is asked for as often.
    case repeatsUnsafeNames

    /// A response whose `Location`, `Content-Disposition` or `Content-Length` lines differ fails, whatever its status.
    case differentSingleLines
    /// In redirect mode `manual` a redirect fails if its `Location` is no address.
    case manualLocationInvalid
    /// Empty `Access-Control-Allow-Origin` lines are ignored beside another, unless two are named in just this case.
    case emptyOriginLineDropped
    /// Client hints but `Save-Data` need no preflight after a redirect, whatever their value.
    case clientHintsAfterRedirect

    /// The name of the class; it begins with the engines that deviate so.
    package var name: String {
        switch self {
        case .authorizationUnderWildcard: "BOTH-AUTHORIZATION-UNDER-WILDCARD"
        case .identicalLocations: "BOTH-IDENTICAL-LOCATIONS"
        case .rangeOverflow: "BOTH-RANGE-OVERFLOW"
        case .availableDictionary: "CR-AVAILABLE-DICTIONARY"
        case .clientHintsSafelisted: "CR-CLIENT-HINTS-SAFELISTED"
        case .combinesDuplicateRequestHeaders: "CR-COMBINES-DUPLICATE-REQUEST-HEADERS"
        case .emptyLocation: "CR-EMPTY-LOCATION"
        case .rangeInt64: "CR-RANGE-INT64"
        case .redirectErrorWithoutLocation: "CR-REDIRECT-ERROR-WITHOUT-LOCATION"
        case .userAgentForbidden: "CR-USER-AGENT-FORBIDDEN"
        case .userinfoSameOriginRedirect: "CR-USERINFO-SAME-ORIGIN-REDIRECT"
        case .proxyAuthenticationReadable: "FF-407-READABLE"
        case .acceptNonASCII: "FF-ACCEPT-NON-ASCII"
        case .exposeMalformedWildcard: "FF-ACEH-MALFORMED-WILDCARD"
        case .contentTypeParsing: "FF-CONTENT-TYPE-PARSING"
        case .emptyCredentialsLineDropped: "FF-EMPTY-ACAC-LINE-DROPPED"
        case .extraPreflightAfterRedirect: "FF-EXTRA-PREFLIGHT-AFTER-REDIRECT"
        case .noSumLimit: "FF-NO-1024-LIMIT"
        case .redirectPreflightOrigin: "FF-REDIRECT-PREFLIGHT-ORIGIN"
        case .repeatsUnsafeNames: "FF-REPEATS-UNSAFE-NAMES"
        case .differentSingleLines: "BOTH-DIFFERENT-SINGLE-LINES"
        case .manualLocationInvalid: "CR-MANUAL-LOCATION-INVALID"
        case .emptyOriginLineDropped: "FF-EMPTY-ACAO-LINE-DROPPED"
        case .clientHintsAfterRedirect: "CR-CLIENT-HINTS-AFTER-REDIRECT"
        }
    }

    /// The engines that deviate so.
    package var engines: [Engine] {
        if name.hasPrefix("CR-") { return [.chromium] }
        return name.hasPrefix("FF-") ? [.firefox] : [.chromium, .firefox]
    }
}
