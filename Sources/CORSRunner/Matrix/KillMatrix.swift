package import CORSBuiltins
package import CORSFixtures
package import CORSPolicy
package import CORSVocabulary

/// Which case finds which builtin: what shows that the suite finds every fault that ships and fails nothing correct.
///
/// A case finds a builtin if one of its rows has a finding above a note.
package struct KillMatrix: Sendable {
    /// What the suite says of a builtin.
    package struct Line: Sendable {
        /// The builtin.
        package let builtin: Builtin
        /// The cases that find it, in the suite's order, with the worst severity that each finds.
        package let found: [(caseID: String, severity: Severity)]
        /// The ids of the causes that its worst findings name.
        package let causes: Set<String>
        /// The rows that ended in error.
        package let errors: Int

        /// The worst severity found, or nil if the builtin is clean.
        package var severity: Severity? { found.map(\.severity).max() }
    }

    /// What a case is worth.
    package struct Column: Sendable {
        /// The case's id.
        package let caseID: String
        /// The names of the builtins that it finds, in their order.
        package let builtins: [String]
        /// Why the case stands though it finds none, as its file says.
        package let stands: String?
    }

    /// A line for each builtin, in their order.
    package let lines: [Line]
    /// A column for each case, in the suite's order.
    package let columns: [Column]

    /// Makes a matrix of what was found of each builtin.
    ///
    /// - Parameters:
    ///   - suite: The cases that were run.
    ///   - lines: What they found.
    package init(suite: Suite, lines: [Line]) {
        self.lines = lines
        var builtins: [String: [String]] = [:]
        for line in lines {
            for found in line.found { builtins[found.caseID, default: []].append(line.builtin.name) }
        }
        columns = suite.files.flatMap(\.cases).map {
            Column(caseID: $0.id, builtins: builtins[$0.id] ?? [], stands: $0.stands)
        }
    }

    /// Runs builtins, two at a time for each processor, each with every policy.
    ///
    /// - Parameters:
    ///   - builtins: The builtins.
    ///   - suite: The cases.
    ///   - policies: The policies.
    ///   - jobs: How many builtins run at once; at least 1.
    /// - Returns: The matrix.
    /// - Throws: `PlanError` if the suite cannot be planned with a policy.
    package static func run(
        _ builtins: [Builtin], suite: Suite, policies: [NamedPolicy], jobs: Int
    ) async throws(PlanError) -> KillMatrix {
        // Builtins differ in nothing that a plan depends on, so that one serves all.
        let plan = try await Planner.plan(
            suite, policies: policies,
            target: TargetDescription(kind: .builtin, name: "", origin: InProcessTarget.origin))
        let lines = await withTaskGroup(of: (Int, Line).self) { group in
            var lines: [Int: Line] = [:]
            for (index, builtin) in builtins.enumerated() {
                if index >= max(1, jobs), let (place, line) = await group.next() { lines[place] = line }
                group.addTask {
                    let target = InProcessTarget(builtin.adapter, name: builtin.name, kind: .builtin)
                    return (index, Line(builtin, await Runner(target: target, jobs: 1).run(plan)))
                }
            }
            for await (place, line) in group { lines[place] = line }
            return builtins.indices.compactMap { lines[$0] }
        }
        return KillMatrix(suite: suite, lines: lines)
    }
}

extension KillMatrix.Line {
    /// Draws a line from a builtin's report.
    init(_ builtin: Builtin, _ report: RunReport) {
        var worst: [String: Severity] = [:]
        var order: [String] = []
        for row in report.rows {
            guard let severity = row.severity, severity > .note else { continue }
            if worst[row.caseID] == nil { order.append(row.caseID) }
            worst[row.caseID] = max(worst[row.caseID] ?? severity, severity)
        }
        let severity = worst.values.max()
        let causes = report.rows.flatMap(\.findings).filter { $0.severity == severity }.compactMap { $0.cause?.id }
        self.init(
            builtin: builtin, found: order.compactMap { id in worst[id].map { (id, $0) } }, causes: Set(causes),
            errors: report.rows.count { $0.status == .error })
    }
}
