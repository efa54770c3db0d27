import CORSPolicy
import Synchronization

/// Sets a target up with a plan's policies, in their order, while rows run.
///
/// Where the target bears few policies at once, each is ended when its rows are done, before the next is begun.
final class PolicySetups: Sendable {
    /// What is known of one policy.
    private struct Entry {
        var setup: PolicySetup?
        /// Rows that are not done.
        var rest: Int
        /// Who waits for the setup.
        var waiting: [CheckedContinuation<PolicySetup, Never>] = []
        /// Who waits for the last row.
        var ending: CheckedContinuation<Void, Never>?
    }

    private let plan: Plan
    private let target: any Target
    private let queue: RowQueue
    private let end: RunEnd
    private let entries: Mutex<[Entry]>

    /// Makes setups; nothing is set up yet.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - target: The target.
    ///   - end: What tells that no row is begun any more, and so no policy either.
    init(_ plan: Plan, target: any Target, end: RunEnd) {
        self.plan = plan
        self.end = end
        self.target = target
        queue = RowQueue(count: plan.policies.count)
        var entries = plan.policies.map { _ in Entry(setup: .unused, rest: 0) }
        for row in plan.rows {
            entries[row.policyIndex].rest += 1
            if row.skipReason == nil { entries[row.policyIndex].setup = nil }
        }
        self.entries = Mutex(entries)
    }

    /// How many tasks set the target up: each calls `run` once.
    var lanes: Int { target.policiesAtOnce ?? 1 }

    /// Sets the target up with one policy after the other until there is none left.
    func run() async {
        while let index = queue.next() {
            guard entries.withLock({ $0[index].setup == nil }) else { continue }
            if end.reason != nil {
                publish(.unused, of: index)
                continue
            }
            let setup = await setup(plan.policies[index].named)
            publish(setup, of: index)
            guard target.policiesAtOnce != nil else { continue }
            await lastRow(of: index)
            if case .ready(let instance) = setup { await instance.release() }
        }
    }

    private func setup(_ policy: NamedPolicy) async -> PolicySetup {
        do {
            if Task.isCancelled { return .interrupted }
            return .ready(try await target.instance(for: policy))
        } catch  where Task.isCancelled {
            return .interrupted
        } catch let refusal as PolicyRefusal {
            return .refused(refusal.reason)
        } catch let error as TargetError {
            return .failed(error.message)
        } catch {
            return .failed(String(describing: error))
        }
    }

    private func publish(_ setup: PolicySetup, of index: Int) {
        let waiting = entries.withLock { entries in
            entries[index].setup = setup
            defer { entries[index].waiting = [] }
            return entries[index].waiting
        }
        for continuation in waiting { continuation.resume(returning: setup) }
    }

    /// Waits until every row of a policy is done.
    private func lastRow(of index: Int) async {
        await withCheckedContinuation { continuation in
            let isDone = entries.withLock { entries in
                if entries[index].rest > 0 { entries[index].ending = continuation }
                return entries[index].rest == 0
            }
            if isDone { continuation.resume() }
        }
    }

    /// Notes that a row is done.
    func finish(_ row: PlannedRow) {
        let ending = entries.withLock { entries -> CheckedContinuation<Void, Never>? in
            entries[row.policyIndex].rest -= 1
            return entries[row.policyIndex].rest == 0 ? entries[row.policyIndex].ending.take() : nil
        }
        ending?.resume()
    }

    /// The setup of a policy, as soon as it is there.
    subscript(index: Int) -> PolicySetup {
        get async {
            if let setup = entries.withLock({ $0[index].setup }) { return setup }
            return await withCheckedContinuation { continuation in
                let setup = entries.withLock { entries -> PolicySetup? in
                    if entries[index].setup == nil { entries[index].waiting.append(continuation) }
                    return entries[index].setup
                }
                if let setup { continuation.resume(returning: setup) }
            }
        }
    }
}

// MARK: - What came of it

extension PolicySetups {
    private var all: [(policy: String, setup: PolicySetup?)] {
        entries.withLock { entries in zip(plan.policies, entries).map { ($0.name, $1.setup) } }
    }

    /// The policies that the target refused, with its words.
    var refusals: [(policy: String, reason: String)] {
        all.compactMap { policy, setup in
            guard case .refused(let words) = setup else { return nil }
            return (policy: policy, reason: words)
        }
    }

    /// Why the target could not be set up; each reason once.
    var failures: [String] {
        var seen: Set<String> = []
        return all.compactMap { _, setup in
            guard case .failed(let message) = setup, seen.insert(message).inserted else { return nil }
            return message
        }
    }
}
