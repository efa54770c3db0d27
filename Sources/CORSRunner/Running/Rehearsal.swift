/// One row carried out by itself, to be told of.
package struct Rehearsal: Sendable {
    /// What was sent and what came back.
    package let exchanges: [RecordedExchange]
    /// What came of each step.
    package let outcomes: [StepOutcome]

    /// Carries a row out.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - instance: The target, set up with the row's policy.
    /// - Throws: What the instance throws where no answer comes.
    package init(_ row: PlannedRow, with instance: any TargetInstance) async throws {
        var executor = RowExecutor(instance: instance, shared: nil) { ContinuousClock.now }
        var outcomes: [StepOutcome] = []
        for step in row.steps { outcomes.append(try await executor.run(step)) }
        self.outcomes = outcomes
        exchanges = executor.exchanges
    }
}
