/// What a shipped engine does otherwise than the standard.
package struct EngineDifference: Sendable, Hashable {
    /// The engine.
    package var engine: Engine
    /// In what it deviates.
    package var deviation: Deviation
    /// What it does in the end, all of its deviations together.
    package var verdict: Verdict
}
