import CORSPolicy
package import CORSVocabulary
package import FetchModel

/// What is wrong with one fetch that somebody has carried out, and why.
package enum ExchangeDiagnosis {
    /// What is known of how the exchange that failed came about.
    package enum Circumstance: Sendable, Hashable {
        /// The request was the page's own.
        case plain
        /// The request had no `Origin` line.
        case withoutOrigin
        /// Redirects led away from the server that was asked, so that the browser sends `Origin: null`.
        case redirectedAway
    }

    /// Tells of a fetch that a browser blocks.
    ///
    /// - Parameters:
    ///   - failure: The step that failed.
    ///   - request: What the page asked for.
    ///   - exchanges: What was sent and what came back, preflights included.
    ///   - index: The exchange that failed, by its place among them.
    ///   - circumstance: How it came about.
    /// - Returns: The finding, with its cause where the exchanges show one.
    package static func finding(
        _ failure: Failure, of request: FetchRequest, in exchanges: [RecordedExchange], at index: Int,
        circumstance: Circumstance
    ) -> Finding {
        let response = exchanges.indices.contains(index) ? exchanges[index].response : nil
        let text = FailureText(failure: failure, request: request, response: response)
        var finding = Finding(
            kind: .grantBlocked(failure), severity: .broken, message: text.reason, expected: text.expected,
            actual: text.actual, section: failure.section, exchange: index, field: text.field)
        switch (circumstance, failure.reason) {
        case (.withoutOrigin, .allowOriginMissing): finding.cause = .originNotSent
        case (.redirectedAway, .allowOriginMismatch):
            finding.cause = .redirectsElsewhere
            finding.expected = "no redirect to another server; or one line Access-Control-Allow-Origin: null, or *"
        default: finding.cause = cause(of: finding, failure, request, exchanges)
        }
        finding.fix = finding.cause?.fix
        return finding
    }

    /// Says why a browser blocks, in a few words.
    package static func reason(_ failure: Failure, _ response: HTTPResponse?) -> String {
        FailureText(failure: failure, request: nil, response: response).reason
    }

    private static func cause(
        of finding: Finding, _ failure: Failure, _ request: FetchRequest, _ exchanges: [RecordedExchange]
    ) -> Cause? {
        // Nothing is known of what the server's people mean but that they want the page to read.
        guard let meaning = try? PolicyMeaning(Policy(allowOrigins: ["*"])) else { return nil }
        let row = RowResult(
            id: "", caseID: "", policy: "", title: "", why: "", status: .failed, exchanges: exchanges)
        let evidence = Evidence(
            finding: finding, row: row, isProtected: false, meaning: meaning, facts: RunFacts(of: exchanges, meaning))
        return ExchangeCauses.cause(failure, evidence, of: request)
    }
}
