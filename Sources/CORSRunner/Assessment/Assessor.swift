import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// Compares what a browser makes of a step with what the policy means.
struct Assessor {
    /// The row's policy.
    let policy: PlannedPolicy
    /// The row.
    let row: PlannedRow
    /// What was sent and what came back in the row so far.
    let exchanges: [RecordedExchange]

    /// Returns what is not as it must be in a step.
    func findings(_ outcome: StepOutcome) -> [Finding] {
        var findings: [Finding] = []
        let expect = outcome.step.expect
        switch expect.outcome {
        case .readable?:
            if let failure = outcome.failure {
                findings.append(grantBlocked(failure, outcome))
            } else {
                findings += RedirectAssessor(assessor: self).findings(outcome)
            }
        case .blocked?:
            if let failure = outcome.failure {
                if !expect.reasons.isEmpty, !expect.reasons.contains(failure.reason) {
                    findings.append(blockedElsewhere(failure, outcome))
                }
            } else if !outcome.isUnread {
                findings.append(refusalPassed(outcome))
            }
        case nil: break
        }
        findings += ExposureAssessor(assessor: self).findings(outcome)
        if !expect.statuses.isEmpty, !outcome.isUnread, let finding = statusFinding(outcome) {
            findings.append(finding)
        }
        if !expect.headers.isEmpty { findings += HeaderRuleAssessor(assessor: self).findings(outcome) }
        for rule in expect.rules { findings += NamedRules.findings(rule, outcome, self) }
        // A failure that is found already would only be told twice.
        let isFailed = findings.contains { $0.severity.failsRun }
        if !isFailed { findings += StandingRules(assessor: self).findings(outcome) }
        return findings
    }

    /// The response of an exchange, if one came.
    func response(_ index: Int?) -> HTTPResponse? { index.flatMap { exchanges[$0].response } }
}

// MARK: - The outcome

extension Assessor {
    /// A grant that a browser blocks.
    private func grantBlocked(_ failure: Failure, _ outcome: StepOutcome) -> Finding {
        let step = outcome.step
        let index = failure.isPreflight ? outcome.preflight ?? outcome.actual : outcome.actual
        let text = FailureText(
            failure: failure, request: step.judged, isJudgedAsPreflight: step.isJudgedAsPreflight,
            response: response(index))
        var finding = Finding(
            kind: .grantBlocked(failure), severity: grantSeverity(failure, outcome),
            message: "\(text.page) must be able to \(text.deed), but a browser blocks it: \(text.reason).",
            expected: text.expected, actual: text.actual, section: failure.section, exchange: index,
            field: text.field)
        finding.console = step.judged.flatMap { ConsoleLine.chromium(failure, request: $0) }
        return finding
    }

    /// Says how bad it is that a grant is blocked.
    ///
    /// On `failing` and `missing` the fetch itself works no better with the grant; scripts only cannot read why. What
    /// the standard alone blocks, as it does a `*` that leaves `Authorization` out, every shipped engine lets pass.
    private func grantSeverity(_ failure: Failure, _ outcome: StepOutcome) -> Severity {
        if outcome.step.route == .failing || outcome.step.route == .missing { return .hazard }
        if failure.isPreflight, let judged = outcome.step.judged, let answer = response(outcome.preflight),
            Browser.passesEveryEngine(preflight: answer, for: judged)
        {
            return .hazard
        }
        return .broken
    }

    /// A refusal that a browser does not see.
    private func refusalPassed(_ outcome: StepOutcome) -> Finding {
        let step = outcome.step
        let index = outcome.last
        let text = RefusalText(step: step, response: response(index), isPreflight: outcome.actual == nil)
        return Finding(
            kind: .refusalPassed, severity: step.isSendableOrigin ? .unsafe : .note,
            message: text.message, expected: text.expected, actual: text.actual,
            section: outcome.actual == nil || step.isJudgedAsPreflight ? .corsPreflightFetch : .corsCheck,
            exchange: index, field: .accessControlAllowOrigin)
    }

    /// A fetch that is blocked, but not at the step asked for.
    private func blockedElsewhere(_ failure: Failure, _ outcome: StepOutcome) -> Finding {
        Finding(
            kind: .status, severity: .broken,
            message: "A browser blocks the fetch, as it must, but not for the reason that the case names.",
            expected: outcome.step.expect.reasons.map(\.rawValue).joined(separator: " or "),
            actual: failure.reason.rawValue, section: failure.section, exchange: outcome.last)
    }
}

// MARK: - Status

extension Assessor {
    private func statusFinding(_ outcome: StepOutcome) -> Finding? {
        let expect = outcome.step.expect
        // A fetch that its preflight ends has no status: that it is blocked is said already.
        guard let status = response(outcome.actual)?.status, !expect.statuses.contains(where: { $0.accepts(status) })
        else { return nil }
        return Finding(
            kind: .status, severity: .broken,
            message: "The status is \(status).",
            expected: expect.statuses.map(\.text).joined(separator: " or "), actual: String(status),
            section: row.section, exchange: outcome.actual)
    }
}
