import CORSBuiltins
import CORSPolicy
import CORSRunner
import CORSVocabulary

/// Works out what there is to say of a case: by running it.
package struct CaseExplainer {
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
        return CaseExplanation(
            found: found, right: try await Rehearsal(found.row, with: instance), refusal: refusal,
            wrong: await wrongAnswer(), causes: await causes())
    }

    /// Finds the first wrong answer that a run would fail; where none does, one that is untidy.
    private func wrongAnswer() async -> CaseExplanation.WrongAnswer? {
        var untidy: CaseExplanation.WrongAnswer?
        for spoiling in WrongAnswers(row: found.row).all {
            let spoiled = SpoiledTarget(target: target, spoiling: spoiling, requests: found.row.requests)
            guard let result = await result(of: spoiled), let severity = result.severity else { continue }
            let answer = CaseExplanation.WrongAnswer(text: spoiling.text, result: result)
            if severity > .note { return answer }
            untidy = untidy ?? answer
        }
        return untidy
    }

    /// Gathers the causes that the faults that ship have in this case.
    private func causes() async -> [Cause] {
        var causes: [Cause] = []
        for builtin in Builtin.all where builtin.kind == .faulty {
            let findings = await result(of: InProcessTarget(builtin.adapter))?.findings ?? []
            for cause in findings.filter({ $0.severity > .note }).compactMap(\.cause)
            where !causes.contains(where: { $0.id == cause.id }) {
                causes.append(cause)
            }
        }
        return causes
    }

    private func result(of target: any Target) async -> RowResult? {
        let report = await Runner(target: target, jobs: 1).run(found.plan)
        return report.rows.first { $0.id == found.row.id }
    }
}
