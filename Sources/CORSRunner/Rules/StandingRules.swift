import CORSPolicy
import CORSVocabulary
import FetchModel

/// What must hold of every answer, whatever a case asks.
struct StandingRules {
    /// What knows the row.
    let assessor: Assessor

    /// Returns what is wrong with a step's answers.
    func findings(_ outcome: StepOutcome) -> [Finding] {
        var findings = FreshAddressRule.findings(outcome, assessor)
        for index in [outcome.preflight, outcome.actual] {
            guard let index, let response = assessor.exchanges[index].response else { continue }
            findings += NoContentRule.findings(response, at: index)
            check(response, at: index, outcome.step, into: &findings)
        }
        return findings
    }

    private func check(_ response: HTTPResponse, at index: Int, _ step: PlannedStep, into findings: inout [Finding]) {
        guard let granted = HeaderText.single(.accessControlAllowOrigin, in: response) else { return }
        let isWildcard = granted.elementsEqual([UInt8(ascii: "*")])
        if !isWildcard, let finding = collateralGrant(granted, at: index, step) { findings.append(finding) }
        guard let credentials = HeaderText.single(.accessControlAllowCredentials, in: response),
            credentials.elementsEqual("true".utf8)
        else { return }
        let meaning = assessor.policy.meaning
        guard meaning.knows(.allowCredentials) else { return }
        if meaning.policy.allowCredentials {
            if isWildcard { findings.append(wildcard(isEchoed(step) ? .note : .broken, at: index)) }
        } else if isWildcard {
            findings.append(wildcard(.hazard, at: index))
        } else {
            findings.append(unmeantCredentials(granted, at: index))
        }
    }

    /// Whether `*` is the very origin that was sent, as no browser does.
    private func isEchoed(_ step: PlannedStep) -> Bool {
        step.judged?.origin.bytes == [UInt8(ascii: "*")]
    }

    /// A grant to an origin that a browser can send and the policy refuses, whoever asked.
    ///
    /// https://fetch.spec.whatwg.org/#http-responses
    private func collateralGrant(_ granted: ArraySlice<UInt8>, at index: Int, _ step: PlannedStep) -> Finding? {
        if !step.isRefusedOrigin, let sent = step.judged?.origin, sent.bytes.elementsEqual(granted) { return nil }
        let origin = Origin(bytes: Array(granted))
        guard Browser.canSend(origin), Self.canBeOwned(origin), (try? assessor.policy.meaning.refuses(origin)) == true
        else { return nil }
        let whom = origin == .null ? "pages of opaque origin, such as sandboxed frames" : "pages on \(origin.text)"
        return Finding(
            kind: .collateralGrant(origin), severity: .unsafe,
            message: "The answer grants \(whom), which the policy refuses.",
            expected: "no Access-Control-Allow-Origin, or one that the policy grants",
            actual: HeaderText.line(.accessControlAllowOrigin, in: assessor.response(index)),
            section: .httpResponses, exchange: index, field: .accessControlAllowOrigin)
    }

    /// Says whether somebody can have an origin's host: nobody registers a top-level domain with other signs than dashes.
    ///
    /// So a sign behind a granted origin, as in `https://app.example.com;`, grants nobody.
    private static func canBeOwned(_ origin: Origin) -> Bool {
        let host = origin.text.split(separator: "/").last?.split(separator: ":").first ?? ""
        if origin.text.contains("[") { return true }
        return (host.split(separator: ".").last ?? "").allSatisfy {
            $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
        }
    }

    /// Credentials announced beside `*`.
    ///
    /// https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
    private func wildcard(_ severity: Severity, at index: Int) -> Finding {
        Finding(
            kind: .wildcardWithCredentials, severity: severity,
            message: "The answer says * together with Access-Control-Allow-Credentials: true; every credentialed fetch "
                + "fails in the browser.",
            expected: severity == .broken
                ? "the request's own origin, if the policy grants it, beside Access-Control-Allow-Credentials: true"
                : "no Access-Control-Allow-Credentials beside *",
            actual: HeaderText.line(.accessControlAllowOrigin, in: assessor.response(index)),
            section: .corsProtocolAndCredentials, exchange: index, field: .accessControlAllowCredentials)
    }

    /// Credentials granted beside an origin, though the policy grants none.
    ///
    /// https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
    private func unmeantCredentials(_ granted: ArraySlice<UInt8>, at index: Int) -> Finding {
        Finding(
            kind: .unmeantCredentials, severity: Browser.canSend(Origin(bytes: Array(granted))) ? .unsafe : .note,
            message: "The answer lets pages on \(Latin1.text(granted)) read it with the user's credentials, which the "
                + "policy does not grant.",
            expected: "no Access-Control-Allow-Credentials",
            actual: HeaderText.line(.accessControlAllowCredentials, in: assessor.response(index)),
            section: .corsProtocolAndCredentials, exchange: index, field: .accessControlAllowCredentials)
    }
}
