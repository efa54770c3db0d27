import CORSPolicy
import CORSVocabulary

/// Why a browser lets through what the policy refuses.
enum RefusalCauses {
    /// Returns the cause that the evidence fits.
    static func cause(_ evidence: Evidence) -> Cause? {
        if evidence.meaning.isTrap { return .trapPolicy }
        guard let origin = grantedOrigin(evidence) else { return nil }
        let isRefused = (try? evidence.meaning.refuses(origin)) == true
        guard isRefused else { return policyGrantsOrigin(evidence) }
        if evidence.facts.isLeaking { return .stateLeaks }
        if case .collateralGrant = evidence.finding.kind, evidence.origin != origin { return .grantedToAnother }
        if evidence.facts.grantsUnrelated(evidence.meaning) {
            let value = evidence.response.flatMap { HeaderText.single(.accessControlAllowOrigin, in: $0) }
            if value?.elementsEqual([UInt8(ascii: "*")]) == true { return .wildcardForList }
            return evidence.meaning.isEmpty ? .emptyListMeansAny : .reflectsAnyOrigin
        }
        if let foreign = evidence.meaning.policy.foreignOrigins.first(where: { Origin($0.origin) == origin }) {
            return .foreignOriginGranted(foreign.home)
        }
        if origin == .null { return .nullGranted }
        let granted = evidence.meaning.granted.map(\.origin)
        return .nearMissGranted(OriginRelation.between(origin, and: granted))
    }

    /// Returns the cause where a refused origin is told of a grant.
    static func disclosure(_ evidence: Evidence) -> Cause? {
        guard let origin = evidence.origin, (try? evidence.meaning.refuses(origin)) == true,
            let granted = evidence.response.flatMap({ HeaderText.single(.accessControlAllowOrigin, in: $0) })
        else { return nil }
        return origin.bytes.elementsEqual(granted) ? cause(evidence) : .grantDisclosed
    }

    /// The origin that the answer grants.
    private static func grantedOrigin(_ evidence: Evidence) -> Origin? {
        if case .collateralGrant(let origin) = evidence.finding.kind { return origin }
        return evidence.origin
    }

    /// The origin is granted by the policy, so it is the method, the header or the credentials that are not.
    private static func policyGrantsOrigin(_ evidence: Evidence) -> Cause {
        guard evidence.isPreflight, let request = evidence.exchange?.request else { return .credentialsUnmeant }
        let asked = HeaderText.members(
            of: .accessControlRequestHeaders, in: HTTPResponse(status: 0, headers: request.headers))
        let listed = Set(evidence.meaning.policy.allowHeaders.map { $0.lowercased() })
        if evidence.meaning.policy.allowHeaders != ["*"], asked.contains(where: { !listed.contains($0) }) {
            return .headersReflected
        }
        let method = request.headers.first(.accessControlRequestMethod)?.text ?? ""
        let methods = evidence.meaning.policy.allowMethods
        if methods != ["*"], !methods.contains(method), !["GET", "HEAD", "POST"].contains(method) {
            return methods.contains { $0.lowercased() == method.lowercased() } ? .methodCase : .methodsReflected
        }
        return .credentialsUnmeant
    }
}
