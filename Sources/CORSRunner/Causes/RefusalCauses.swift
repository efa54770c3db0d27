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
        let unlisted = asked.filter { !listed.contains($0) }
        if evidence.meaning.policy.allowHeaders != ["*"], !unlisted.isEmpty {
            return header(unlisted, Array(listed), evidence.facts)
        }
        let method = request.headers.first(.accessControlRequestMethod)?.text ?? ""
        let methods = evidence.meaning.policy.allowMethods
        if methods != ["*"], !methods.contains(method), !["GET", "HEAD", "POST"].contains(method) {
            return self.method(method, methods, evidence.facts)
        }
        return .credentialsUnmeant
    }

    /// Request headers are granted that are not listed.
    private static func header(_ asked: [String], _ listed: [String], _ facts: RunFacts) -> Cause {
        if facts.passesInventedHeaders { return .headersReflected }
        if asked == ["authorization"] { return .commonHeaderGranted }
        if asked.contains(where: { $0.contains("-corspec-") }) { return .headersReflected }
        return asked.allSatisfy { isNear($0, to: listed) } ? .headerNearMiss : .headersReflected
    }

    /// A method is granted that is not listed.
    private static func method(_ asked: String, _ listed: [String], _ facts: RunFacts) -> Cause {
        if facts.passesInventedMethods { return .methodsReflected }
        if listed.contains(where: { $0.lowercased() == asked.lowercased() }) { return .methodCase }
        return isNear(asked, to: listed) ? .methodNearMiss : .methodsReflected
    }

    /// Says whether a name holds a listed one, is held by one, or differs from one by its signs or first word alone.
    private static func isNear(_ name: String, to listed: [String]) -> Bool {
        let plain = name.filter { $0.isLetter || $0.isNumber }
        let word = name.prefix { $0.isLetter || $0.isNumber }
        return listed.contains { other in
            name.contains(other) || other.contains(name) || other.filter { $0.isLetter || $0.isNumber } == plain
                || other.prefix { $0.isLetter || $0.isNumber } == word
        }
    }
}
