import CORSVocabulary
import FetchModel

/// Why a browser blocks what the policy grants.
enum GrantCauses {
    /// Returns the cause that the evidence fits.
    static func cause(_ failure: Failure, _ evidence: Evidence) -> Cause? {
        if let cause = BystanderCauses.cause(evidence) { return cause }
        if !evidence.facts.hasAnyGrant, evidence.facts.hasSuccessWithoutGrant { return .noCORSLayer }
        if failure.isPreflight || evidence.isPreflight, let cause = statusCause(failure, evidence) { return cause }
        return switch failure.reason {
        case .allowOriginMissing: missing(evidence)
        case .allowOriginMultiple: several(evidence)
        case .allowOriginWildcardWithCredentials: CredentialsCauses.wildcard(evidence)
        case .allowOriginMismatch: mismatch(evidence)
        case .allowCredentialsNotTrue: CredentialsCauses.notTrue(evidence)
        case .allowMethodsInvalid: .methodsNotAList
        case .allowHeadersInvalid: .headersNotAList
        case .methodNotAllowed: method(failure, evidence)
        case .headerNotAllowed: header(failure, evidence)
        case .preflightStatus: nil
        }
    }

    /// Something before the CORS layer answers the preflight.
    private static func statusCause(_ failure: Failure, _ evidence: Evidence) -> Cause? {
        if failure.reason == .preflightStatus, [400, 403].contains(evidence.response?.status), isListed(evidence) {
            return .grantedWithErrorStatus
        }
        return switch evidence.response?.status ?? 0 {
        case 401, 407: .authBeforeCORS
        case 403 where isOfProtectedRouteAlone(evidence): .authBeforeCORS
        case 400,
            403 where evidence.isPreflight && evidence.facts.hasGrantOnPreflight:
            refusedAsk(evidence)
        // Where other preflights pass, it is the CORS layer that says so.
        case 404, 405: isPreflighted(evidence) ? refusedAsk(evidence) ?? .routerBeforeCORS : .routerBeforeCORS
        case 300...399: .redirectBeforeCORS
        case 500...: .serverErrorOnPreflight
        default: nil
        }
    }

    /// Says whether an answer lists all that its preflight asks for.
    private static func isListed(_ evidence: Evidence) -> Bool {
        guard let request = evidence.exchange?.request else { return false }
        let asked = HTTPResponse(status: 0, headers: request.headers)
        let methods =
            HeaderText.members(of: .accessControlAllowMethods, in: evidence.response) + ["get", "head", "post"]
        let names = HeaderText.members(of: .accessControlAllowHeaders, in: evidence.response)
        return HeaderText.members(of: .accessControlRequestMethod, in: asked).allSatisfy(methods.contains)
            && HeaderText.members(of: .accessControlRequestHeaders, in: asked).allSatisfy(names.contains)
    }

    /// The CORS layer itself refuses: the origin if it never grants it, else what was asked for.
    private static func refusedAsk(_ evidence: Evidence) -> Cause? {
        guard let request = evidence.exchange?.request, let origin = evidence.origin,
            evidence.facts.grantedOrigins.contains(origin)
        else { return nil }
        let hasHeaders = request.headers.contains(.accessControlRequestHeaders)
        return hasHeaders ? .preflightRefusesHeaders : .preflightRefusesMethod
    }

    /// Whether preflights of the route are granted, so that authentication does not stand before them.
    private static func isPreflightedRoute(_ evidence: Evidence) -> Bool {
        evidence.facts.preflightedPaths.contains(evidence.path)
    }

    /// Whether another preflight of the same route is granted, and this one is not.
    private static func isPreflighted(_ evidence: Evidence) -> Bool {
        evidence.isPreflight && isPreflightedRoute(evidence)
            && evidence.response?.headers.contains(.accessControlAllowOrigin) == false
    }

    /// Whether preflights are granted on other routes and never on the protected one.
    private static func isOfProtectedRouteAlone(_ evidence: Evidence) -> Bool {
        let granted = evidence.facts.preflightedPaths
        return evidence.isProtected && !granted.isEmpty && !granted.contains(evidence.path)
    }

    /// There is no grant at all.
    private static func missing(_ evidence: Evidence) -> Cause {
        let facts = evidence.facts
        let status = evidence.response?.status ?? 0
        if (300..<400).contains(status), status != 304 { return .redirectOutsideCORS }
        if !facts.hasAnyGrant { return status == 401 ? .authBeforeCORS : .noCORSLayer }
        if let origin = evidence.origin, !facts.grantedOrigins.contains(origin), !facts.grantedOrigins.isEmpty {
            return .originNotListed
        }
        if evidence.isPreflight, facts.hasGrantOnSuccess, !facts.hasGrantOnPreflight { return .preflightNotAnswered }
        if isPreflighted(evidence), let cause = refusedAsk(evidence) { return cause }
        let method = evidence.exchange?.request.method
        if method == .head, facts.grantedMethods.contains(.get), !facts.grantedMethods.contains(.head) {
            return .headOutsideCORS
        }
        if status == 401, facts.hasGrantOnSuccess, !facts.hasNoErrorGranted || !isPreflightedRoute(evidence) {
            return .authBeforeCORS
        }
        if status >= 400, facts.hasGrantOnSuccess { return .errorsOutsideCORS }
        if evidence.isPreflight { return facts.hasGrantOnSuccess ? .preflightNotAnswered : .noCORSLayer }
        return facts.hasGrantOnPreflight && !facts.hasGrantOnSuccess ? .actualNotAnswered : .corsNotOnRoute
    }

    /// There is more than one value: of one line, or of several.
    private static func several(_ evidence: Evidence) -> Cause {
        let lines = evidence.response?.headers.values(.accessControlAllowOrigin) ?? []
        let values = lines.first?.bytes.split { $0 == UInt8(ascii: ",") || $0 == 0x20 } ?? []
        if lines.count == 1, values.count == 1 { return .grantSpelledWrong }
        // A * among them is another layer's.
        let isList = lines.count == 1 && Set(values).count > 1 && !values.contains([UInt8(ascii: "*")])
        return isList ? .grantIsList : .grantedTwice
    }

    /// The answer to a conditional request has no grant, or another origin's.
    static func notModified(_ evidence: Evidence) -> Cause {
        evidence.response?.headers.contains(.accessControlAllowOrigin) == true
            ? .grantedToAnother : .notModifiedWithoutGrant
    }

    /// There is a grant, but to another origin.
    private static func mismatch(_ evidence: Evidence) -> Cause {
        guard let origin = evidence.origin, let response = evidence.response,
            let granted = HeaderText.single(.accessControlAllowOrigin, in: response)
        else { return .grantedToAnother }
        let value = Array(granted)
        if value.isEmpty { return .emptyGrant }
        if evidence.facts.isLeaking { return .stateLeaks }
        if Origin(bytes: value) == .null { return .nullGrant }
        if value.contains(UInt8(ascii: "*")) { return .wildcardInOrigin }
        if Latin1.text(value).contains(origin.text) || origin.bytes.starts(with: value)
            || !value.contains(UInt8(ascii: ":"))
        {
            return .grantSpelledWrong
        }
        if value.map(ASCII.lower).elementsEqual(origin.bytes.map(ASCII.lower)) { return .grantSpelledWrong }
        return .grantedToAnother
    }

    private static func method(_ failure: Failure, _ evidence: Evidence) -> Cause {
        let members = (evidence.response?.headers.values(.accessControlAllowMethods) ?? [])
            .flatMap { $0.bytes.split(separator: UInt8(ascii: ",")) }.map { Array(HeaderText.trim($0)) }
        if members.contains([UInt8(ascii: "*")]) { return .wildcardListWithCredentials }
        let wanted = failure.value.map(ASCII.lower)
        if members.contains(where: { $0.map(ASCII.lower) == wanted }) { return .methodCase }
        return members.isEmpty ? .methodsMissing : .methodNotListed
    }

    private static func header(_ failure: Failure, _ evidence: Evidence) -> Cause {
        let members = HeaderText.members(of: .accessControlAllowHeaders, in: evidence.response)
        if members.contains("*") {
            return FieldName(unchecked: failure.value) == .authorization
                ? .authorizationUnderWildcard : .wildcardListWithCredentials
        }
        return members.isEmpty ? .headersMissing : .headerNotListed
    }
}
