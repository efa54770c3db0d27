import CORSFixtures
import CORSPolicy
package import CORSReports
import CORSRunner
import CORSVocabulary
import FetchModel

/// A case in prose.
package struct CaseText {
    private static let shownIDs = 12

    private let explanation: CaseExplanation
    private let paint: Paint
    private let width: Int

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - explanation: What is told.
    ///   - paint: The colours.
    ///   - width: How long a line of prose may be.
    package init(_ explanation: CaseExplanation, paint: Paint, width: Int) {
        self.explanation = explanation
        self.paint = paint
        self.width = max(40, width)
    }

    private var row: PlannedRow { explanation.found.row }

    /// The lines.
    package var lines: [String] {
        var lines = [paint.bold(Visible.text("\(row.policy):\(row.id)")), Visible.text(row.title), ""]
        if let comment = explanation.found.policy.comment { lines += labelled("policy", comment) }
        lines += labelled("why", row.why)
        lines.append("section   \(row.section.url)")
        lines += [""] + right + wrong + causes
        return lines + others
    }

    private func labelled(_ label: String, _ text: String) -> [String] { Labelled.lines(label, text, width: width) }

    private func exchange(_ exchange: RecordedExchange, showing finding: Finding? = nil) -> [String] {
        ExchangeText(exchange, showing: finding, paint: paint).lines.map { "  \($0)" } + [""]
    }
}

// MARK: - A right answer

extension CaseText {
    private var right: [String] {
        var lines: [String] = []
        // The rounds of a sequence are alike.
        let outcomes = explanation.right.outcomes.prefix(row.stepsInRound)
        for (index, outcome) in outcomes.enumerated() {
            let text = StepText(step: outcome.step)
            let number = outcomes.count > 1 ? "\(index + 1). " : ""
            lines += labelled("sent", number + text.deed)
            lines += labelled("must", ExpectationText(step: outcome.step).sentences.joined(separator: " "))
            if index == 0 { lines += labelled("right", source) }
            lines.append("")
            let indices = [outcome.preflight, outcome.actual].compactMap(\.self)
            for index in indices { lines += exchange(explanation.right.exchanges[index]) }
            let response = outcome.last.flatMap { explanation.right.exchanges[$0].response }
            lines += labelled("browser", text.verdict(outcome, response))
            if let failure = outcome.failure, let judged = outcome.step.judged,
                let line = ConsoleLine.chromium(failure, request: judged)
            {
                lines += labelled("console", line)
            }
            lines.append("")
        }
        return lines + sequence
    }

    private var source: String {
        explanation.refusal.map { reason in
            "The reference refuses such a policy (\(reason)), which is right. So is an answer that grants nothing:"
        } ?? "The reference policy answers:"
    }

    private var sequence: [String] {
        guard let sequence = row.sequence, explanation.right.outcomes.count > 1 else { return [] }
        var sentences: [String] = []
        if sequence.playsCache {
            sentences.append(
                "No answer that a cache may keep may serve another of these requests wrongly: Vary must say what it "
                    + "depends on.")
        }
        if row.pace.isParallel {
            sentences.append("All of this is sent at once, \(row.pace.rounds) times; each answer is judged by itself.")
        } else if row.pace.rounds > 1 {
            sentences.append("All of this is done \(row.pace.rounds) times; each answer is judged by itself.")
        }
        if sequence.hasSameStatus { sentences.append("The status must be the same each time.") }
        return sentences.isEmpty ? [] : labelled("together", sentences.joined(separator: " ")) + [""]
    }
}

// MARK: - A wrong answer

extension CaseText {
    private var wrong: [String] {
        guard let wrong = explanation.wrong, let finding = wrong.result.findings.first else { return [] }
        var lines = labelled("wrong", "An answer that \(wrong.text):") + [""]
        let exchanges = wrong.result.exchanges
        if let index = finding.exchange, exchanges.indices.contains(index) {
            lines += exchange(exchanges[index], showing: finding)
        }
        lines += labelled("browser", finding.message)
        if let console = finding.console { lines += labelled("console", console) }
        lines += labelled("expected", finding.expected)
        lines += labelled("actual", Visible.text(finding.actual))
        return lines + labelled("severity", Self.meaning(finding.severity)) + [""]
    }

    private static func meaning(_ severity: Severity) -> String {
        switch severity {
        case .unsafe: "unsafe: a page reads or sends what the policy refuses; fails the run."
        case .broken: "broken: a browser blocks, or hides, what the policy grants; fails the run."
        case .hazard: "hazard: the granted fetch works, something beside it does not; fails the run with --strict."
        case .note: "note: no browser reaches it, or it is harmless; never fails the run."
        }
    }

    private var causes: [String] {
        guard !explanation.causes.isEmpty else {
            return labelled("causes", "None of the faults that ship shows here; a run tells by its evidence.") + [""]
        }
        var lines: [String] = []
        for (index, cause) in explanation.causes.enumerated() {
            lines += labelled(index == 0 ? "causes" : "", cause.title)
            lines += Wrap.paragraph(
                String(repeating: " ", count: Labelled.column) + "fix: \(cause.fix)", indent: Labelled.column,
                width: width)
        }
        return lines + [""]
    }

    private var others: [String] {
        let found = explanation.found
        let ids = found.rowIDs.filter { $0 != row.id }
        var lines: [String] = []
        if !ids.isEmpty {
            let rest = ids.count - Self.shownIDs
            lines += labelled(
                "rows",
                "The policy makes \(found.rowIDs.count) rows of the case; the others: "
                    + ids.prefix(Self.shownIDs).joined(separator: ", ") + (rest > 0 ? " and \(rest) more." : "."))
        }
        if found.policies.count > 1 {
            lines += labelled("policies", "The case applies to \(found.policies.joined(separator: ", ")).")
        }
        return lines + ["run it    corspec run --only '\(row.policy):\(row.id)' --verbose"]
    }
}
