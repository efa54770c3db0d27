import CORSBuiltins
import CORSPolicy
import CORSRunner
import CORSVocabulary

/// Works out what there is to say of a case: by running it.
package struct CaseExplainer {
    /// So many causes are told of: more would hide the likely ones.
    private static let mostCauses = 6

    private let found: FoundCase
    private var target: any Target = InProcessTarget(ReferencePolicy())

    /// Explains a case.
    ///
    /// - Throws: What the reference throws where it gives no answer.
    package static func explain(_ found: FoundCase) async throws -> CaseExplanation {
        var explainer = CaseExplainer(found: found)
        return try await explainer.explanation()
    }

    private init(found: FoundCase) { self.found = found }

    private mutating func explanation() async throws -> CaseExplanation {
        var refusal: String?
        let instance: any TargetInstance
        do {
            instance = try await target.instance(for: found.policy)
        } catch let error as PolicyRefusal {
            refusal = error.reason
            target = InProcessTarget(PlainApplication())
            instance = try await target.instance(for: found.policy)
        }
        let wrong = await wrongAnswer()
        return CaseExplanation(
            found: found, right: try await Rehearsal(found.row, with: instance), refusal: refusal,
            wrong: wrong, causes: await causes(with: wrong?.result.findings.first?.cause))
    }

    /// Finds the first wrong answer that a run would fail; where none does, one that is untidy.
    private func wrongAnswer() async -> CaseExplanation.WrongAnswer? {
        var untidy: CaseExplanation.WrongAnswer?
        for spoiling in WrongAnswers(row: found.row).all {
            let spoiled = SpoiledTarget(target: target, spoiling: spoiling, requests: found.row.requests.map(\.wire))
            guard let result = await result(of: spoiled), let severity = result.severity else { continue }
            let answer = CaseExplanation.WrongAnswer(text: spoiling.text, result: result)
            if severity > .note { return answer }
            untidy = untidy ?? answer
        }
        return untidy
    }

    /// Gathers the causes that the faults that ship have in this case.
    ///
    /// - Parameter first: The cause of the wrong answer, which is told first.
    /// - Returns: The causes; those first that break little else, since they are what the case is for.
    private func causes(with first: Cause?) async -> [Cause] {
        var breakage: [Cause: Int] = [:]
        var order: [Cause] = []
        for builtin in Builtin.all where builtin.kind == .faulty {
            let report = await report(of: InProcessTarget(builtin.adapter))
            let broken = report.rows.count { $0.status != .passed }
            let findings = report.rows.first { $0.id == found.row.id }?.findings ?? []
            for cause in findings.filter({ $0.severity > .note }).compactMap(\.cause) {
                if breakage[cause] == nil { order.append(cause) }
                breakage[cause] = min(breakage[cause] ?? .max, broken)
            }
        }
        let counts = Set(breakage.values).sorted()
        let sorted = counts.flatMap { count in order.filter { breakage[$0] == count && $0 != first } }
        return Array(((first.map { [$0] } ?? []) + sorted).prefix(Self.mostCauses))
    }

    private func result(of target: any Target) async -> RowResult? {
        await report(of: target).rows.first { $0.id == found.row.id }
    }

    private func report(of target: any Target) async -> RunReport {
        await Runner(target: target, jobs: 1).run(found.plan)
    }
}
