import CORSPolicy
import CORSVocabulary
import FetchModel

/// Why a browser blocks one fetch, of which nothing else is known.
enum ExchangeCauses {
    /// Returns the cause that the evidence fits.
    static func cause(_ failure: Failure, _ evidence: Evidence, of request: FetchRequest) -> Cause? {
        let status = evidence.response?.status ?? 0
        if failure.isPreflight, status == 400 || status == 403 {
            return refusal(evidence, of: request)
        }
        if failure.reason == .allowOriginMissing, !evidence.facts.hasSuccessWithoutGrant {
            if status >= 400, !isTelling(status, isPreflight: failure.isPreflight) { return .errorWithoutGrant }
        }
        return GrantCauses.cause(failure, evidence)
    }

    /// Says whether a status by itself tells who answered.
    private static func isTelling(_ status: Int, isPreflight: Bool) -> Bool {
        status == 401 || isPreflight && (status == 404 || status == 405 || status >= 500)
    }

    /// The preflight is refused, perhaps by the CORS layer: then its answer may say what is not listed.
    private static func refusal(_ evidence: Evidence, of request: FetchRequest) -> Cause {
        // With the status put right, what is left is what the CORS layer does not grant.
        guard var response = evidence.response else { return .preflightForbidden }
        response.status = 200
        return switch Browser.checkPreflight(response, for: request)?.reason {
        case .methodNotAllowed: .methodNotListed
        case .headerNotAllowed: .headerNotListed
        default: .preflightForbidden
        }
    }
}
