import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// Names the likely cause of each finding, from what was sent and what came back in the whole run.
///
/// A cause never looks at the target's name, nor at a row's: only at the policy, the requests and the answers.
struct CauseInference {
    /// The plan that was run.
    let plan: Plan

    /// Gives every finding of a report its cause and its fix, where the evidence names one.
    func explain(_ report: inout RunReport) {
        guard report.rows.contains(where: { !$0.findings.isEmpty }) else { return }
        let facts = plan.policies.indices.map { RunFacts(policyIndex: $0, plan: plan, rows: report.rows) }
        for index in report.rows.indices where !report.rows[index].findings.isEmpty {
            let policyIndex = plan.rows[index].policyIndex
            for place in report.rows[index].findings.indices {
                let evidence = Evidence(
                    finding: report.rows[index].findings[place], row: report.rows[index],
                    isProtected: plan.rows[index].steps.contains { $0.route == .protected },
                    meaning: plan.policies[policyIndex].meaning, facts: facts[policyIndex])
                guard let cause = Self.cause(of: evidence) else { continue }
                report.rows[index].findings[place].cause = cause
                report.rows[index].findings[place].fix = cause.fix
            }
        }
    }

    /// Says whether a finding is about what an answer grants, rather than about its status or its form.
    private static func isOfGrant(_ kind: FindingKind) -> Bool {
        switch kind {
        case .grantBlocked, .refusalPassed, .collateralGrant, .hidden, .exposed, .unmeantCredentials: true
        default: false
        }
    }

    /// Returns the first cause that the evidence fits.
    private static func cause(of evidence: Evidence) -> Cause? {
        if isOfGrant(evidence.finding.kind), let exchange = evidence.exchange, evidence.facts.isUnsteady(exchange) {
            return BystanderCauses.cause(evidence) ?? (evidence.facts.isLeaking ? .stateLeaks : .answersChange)
        }
        return switch evidence.finding.kind {
        case .grantBlocked(let failure): GrantCauses.cause(failure, evidence)
        case .fetchFails(let error): error == .proxyAuthentication ? .authBeforeCORS : .redirectFails
        case .redirectedElsewhere: .redirectsElsewhere
        case .refusalPassed, .collateralGrant: RefusalCauses.cause(evidence)
        case .hidden(let name): ExposureCauses.cause(hidden: name, evidence)
        case .exposed: ExposureCauses.exposesTooMuch
        case .unmeantCredentials: CredentialsCauses.unmeant
        case .wildcardWithCredentials: CredentialsCauses.wildcard(evidence)
        case .cachedAnswer: .varyMissing
        case .rule(let rule): RuleCauses.cause(rule, evidence)
        case .cachedAtFreshAddress: .cacheIgnoresQuery
        case .statusDiffers: .originChangesStatus
        case .header(.accessControlAllowOrigin):
            evidence.response?.status == 304
                ? GrantCauses.notModified(evidence) : RefusalCauses.disclosure(evidence)
        case .header(.accessControlAllowCredentials): CredentialsCauses.notTrue(evidence)
        case .bodyWithoutContent: .bodyWithoutContent
        case .header("Set-Cookie") where evidence.isPreflight: .cookieOnPreflight
        case .status, .header: nil
        }
    }
}
