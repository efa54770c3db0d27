import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// Compares the header names that a script sees with those that the policy exposes.
///
/// What an answer does not carry, it need not expose. The open route of an application that is set up by the policy must
/// carry every exposed header; that of a server that is running need not, and is judged by what a script would see.
struct ExposureAssessor {
    /// What knows the row.
    let assessor: Assessor

    /// Returns what scripts must see and do not, or must not and do.
    func findings(_ outcome: StepOutcome) -> [Finding] {
        let expect = outcome.step.expect
        guard !expect.exposes.isEmpty || !expect.hides.isEmpty, outcome.failure == nil, !outcome.isUnread,
            let index = outcome.actual,
            let response = assessor.response(index)
        else { return [] }
        return expect.exposes.compactMap(FieldName.init).compactMap { hidden($0, response, outcome, at: index) }
            + expect.hides.compactMap(FieldName.init).compactMap { exposed($0, response, outcome, at: index) }
    }

    private func hidden(
        _ name: FieldName, _ response: HTTPResponse, _ outcome: StepOutcome, at index: Int
    ) -> Finding? {
        guard !sees(name, response, outcome) else { return nil }
        let carries = response.headers.contains(name)
        // A CORS layer may answer OPTIONS itself, without what the application would send.
        if !carries, outcome.step.judged?.sentMethod == .options { return nil }
        let mustCarry = mustCarry(response, outcome)
        let text = name.text
        let problem =
            carries
            ? "but a browser hides it"
            : mustCarry
                ? "but the response does not carry it" : "but the response neither carries nor exposes it"
        let severity: Severity =
            if carries || mustCarry {
                // As with the grant, what is lost on an error is beside the fetch that works.
                response.status < 300 ? .broken : .hazard
            } else {
                outcome.step.route == .open && response.status < 300 ? .hazard : .note
            }
        return Finding(
            kind: .hidden(name), severity: severity,
            message: "Scripts must see the response header \(text), \(problem).",
            expected: "Access-Control-Expose-Headers on the actual response names \(text)",
            actual: HeaderText.line(.accessControlExposeHeaders, in: response),
            section: .corsSafelistedResponseHeaderName, exchange: index, field: .accessControlExposeHeaders)
    }

    private func exposed(
        _ name: FieldName, _ response: HTTPResponse, _ outcome: StepOutcome, at index: Int
    ) -> Finding? {
        guard sees(name, response, outcome) else { return nil }
        return Finding(
            kind: .exposed(name), severity: assessor.policy.hidesUnstated ? .note : .unsafe,
            message: response.headers.contains(name)
                ? "Scripts can see the response header \(name.text), which the policy does not expose."
                : "Scripts can see any response header, also those that the policy does not expose.",
            expected: "Access-Control-Expose-Headers does not cover \(name.text)",
            actual: HeaderText.line(.accessControlExposeHeaders, in: response),
            section: .corsSafelistedResponseHeaderName, exchange: index, field: .accessControlExposeHeaders)
    }

    /// Says whether a response must carry every exposed header: a success on the open route of an application that is
    /// set up so.
    private func mustCarry(_ response: HTTPResponse, _ outcome: StepOutcome) -> Bool {
        assessor.policy.carriesExposed && outcome.step.route == .open && response.status < 300
    }

    /// Says whether a script sees a header, or would if a response that need not carry it did.
    private func sees(_ name: FieldName, _ response: HTTPResponse, _ outcome: StepOutcome) -> Bool {
        if outcome.exposed.contains(name) { return true }
        guard !mustCarry(response, outcome), !response.headers.contains(name), let judged = outcome.step.judged else {
            return false
        }
        var carrying = response
        carrying.headers.append(name, "corspec")
        return Browser.verdict(on: carrying, for: judged, hasPreflight: false).exposed.contains(name)
    }
}

extension PlannedPolicy {
    /// Whether what is exposed is not stated, so that nothing is hidden on purpose.
    var hidesUnstated: Bool { !meaning.policy.stated.contains(.exposeHeaders) }
}
