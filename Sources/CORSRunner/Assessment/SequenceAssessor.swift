import CORSFixtures
import CORSVocabulary
import FetchModel

/// Judges the steps of a sequence together.
struct SequenceAssessor {
    /// What knows the row.
    let assessor: Assessor
    /// What came of the steps.
    let outcomes: [StepOutcome]

    /// Returns what is wrong with the sequence as a whole.
    func findings(_ sequence: SequenceExpectation) -> [Finding] {
        (sequence.playsCache ? playCache() : []) + (sequence.hasSameStatus ? compareStatuses() : [])
    }

    /// Puts each answer that a cache would store in place of each other step's answer.
    ///
    /// A stored answer that varies by origin is never put in place of another; one that does not must serve every
    /// origin right: https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
    private func playCache() -> [Finding] {
        for stored in outcomes {
            guard let index = stored.actual, let response = assessor.response(index),
                CacheModel.mayBeStored(response, for: assessor.exchanges[index].request.method),
                !CacheModel.variesByOrigin(response)
            else { continue }
            for asked in outcomes where asked.actual != stored.actual {
                if let finding = play(response, storedFor: stored, askedBy: asked, at: index) { return [finding] }
            }
        }
        return []
    }

    /// Judges a stored answer as the answer to another request.
    private func play(
        _ response: HTTPResponse, storedFor stored: StepOutcome, askedBy asked: StepOutcome, at index: Int
    ) -> Finding? {
        guard let judged = asked.step.judged, let expected = asked.step.expect.outcome, let actual = asked.actual,
            CacheModel.serves(assessor.exchanges[index].request, to: assessor.exchanges[actual].request)
        else { return nil }
        let verdict = Browser.verdict(on: response, for: judged, hasPreflight: false)
        guard verdict.isReadable != (expected == .readable) else { return nil }
        // A step that is wrong by itself has its own finding.
        guard (asked.failure == nil) == (expected == .readable) else { return nil }
        let who = stored.step.judged.map { "a page on \($0.origin.text)" } ?? "a request without an Origin"
        let effect = expected == .readable ? "blocks the grant to" : "lets through"
        var finding = Finding(
            kind: .cachedAnswer, severity: CacheModel.isShared(response) ? .broken : .hazard,
            message:
                "A cache may keep the answer to \(who) and give it to \(judged.origin.text): a browser then \(effect) "
                + "\(judged.origin.text).",
            expected: "Vary: Origin on every answer of this address, with and without an Origin; or one constant grant",
            actual: "\(HeaderText.line(.vary, in: response)); "
                + HeaderText.line(.accessControlAllowOrigin, in: response),
            section: .corsProtocolAndHTTPCaches, exchange: index, field: .vary)
        finding.console = verdict.failure.flatMap { ConsoleLine.chromium($0, request: judged) }
        return finding
    }

    private func compareStatuses() -> [Finding] {
        let statuses = outcomes.compactMap { assessor.response($0.last)?.status }
        guard let first = statuses.first, let other = statuses.firstIndex(where: { $0 != first }) else { return [] }
        return [
            Finding(
                kind: .statusDiffers, severity: .broken,
                message: "The same request is answered with status \(first), then with \(statuses[other]).",
                expected: "one status", actual: statuses.map(String.init).joined(separator: ", "),
                section: assessor.row.section, exchange: outcomes[other].last)
        ]
    }
}
