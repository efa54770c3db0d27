package import CORSRunner
package import FetchModel

/// What a browser does with a fetch, and why.
package struct FetchExplanation: Sendable {
    /// How far the answers that are known carry.
    package enum Ending: Sendable {
        /// To the end: what a browser makes of them.
        case judged(EngineJudgements)
        /// Not to the end: what is missing. So far nothing is wrong.
        case unfinished(String)
    }

    /// What the page asks for.
    package var request: FetchRequest
    /// The ending.
    package var ending: Ending
    /// What is wrong with the grant, where that is what blocks the fetch.
    package var finding: Finding?
    /// What was sent and what came back, secrets hidden, up to what decided.
    package var exchanges: [RecordedExchange]
    /// Whether a preflight is due whose answer is not known, and is taken to be right.
    package var assumesPreflight: Bool
    /// What a reader should know.
    package var notes: [FetchNote]

    /// Whether a browser by the standard blocks the fetch; nil if it cannot be told.
    package var isBlocked: Bool? {
        guard case .judged(let judgements) = ending else { return nil }
        return judgements.standard.verdict.outcomeName == "blocked"
    }
}
