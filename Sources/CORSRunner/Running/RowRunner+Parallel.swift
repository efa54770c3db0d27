import CORSVocabulary

extension RowRunner {
    /// Runs steps at once, as many as may be in flight, each by itself.
    ///
    /// Where one has no answer, the result's reason tells so, and the others are judged all the same.
    ///
    /// - Returns: What came of the steps, in their order; nil if the run was interrupted.
    func runAtOnce(
        _ steps: [PlannedStep], by executor: inout RowExecutor, into result: inout RowResult
    ) async -> [StepOutcome]? {
        let width = max(1, executor.instance.requestsAtOnce ?? jobs)
        let blank = executor
        let done = await withTaskGroup(of: (Int, SingleStep).self) { group in
            var done: [SingleStep?] = Array(repeating: nil, count: steps.count)
            for (index, step) in steps.enumerated() {
                if index >= width, let (place, single) = await group.next() { done[place] = single }
                group.addTask { (index, await SingleStep(step, by: blank)) }
            }
            for await (place, single) in group { done[place] = single }
            return done.compactMap(\.self)
        }
        if Task.isCancelled { return nil }
        var outcomes: [StepOutcome] = []
        for single in done {
            switch single.outcome {
            case .success(let outcome): outcomes.append(executor.take(outcome, from: single.executor))
            case .failure(let error): result.reason = result.reason ?? error.message
            }
        }
        return outcomes
    }

    /// A step that was carried out by an executor of its own.
    private struct SingleStep: Sendable {
        let outcome: Result<StepOutcome, TargetError>
        let executor: RowExecutor

        init(_ step: PlannedStep, by blank: RowExecutor) async {
            var executor = blank
            do {
                outcome = .success(try await executor.run(step))
            } catch let error as TargetError {
                outcome = .failure(error)
            } catch {
                outcome = .failure(TargetError(String(describing: error)))
            }
            self.executor = executor
        }
    }
}
