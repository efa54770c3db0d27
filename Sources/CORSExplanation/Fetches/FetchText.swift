package import CORSReports
import CORSRunner
import CORSVocabulary
import FetchModel

/// What a browser does with a fetch, for a person.
package struct FetchText {
    private let explanation: FetchExplanation
    private let paint: Paint
    private let width: Int

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - explanation: What is told.
    ///   - paint: The colours.
    ///   - width: How long a line of prose may be.
    package init(_ explanation: FetchExplanation, paint: Paint, width: Int) {
        self.explanation = explanation
        self.paint = paint
        self.width = max(40, width)
    }

    private var request: FetchRequest { explanation.request }

    /// The lines.
    package var lines: [String] {
        var lines = title + [""]
        for (index, exchange) in explanation.exchanges.enumerated() {
            let finding = explanation.finding?.exchange == index ? explanation.finding : nil
            lines += ExchangeText(exchange, showing: finding, paint: paint).lines.map { "  \($0)" } + [""]
        }
        lines += labelled("page", page)
        switch explanation.ending {
        case .judged(let judgements): lines += self.lines(judgements)
        case .unfinished(let missing): lines += labelled("browser", missing)
        }
        for note in explanation.notes {
            lines += labelled("note", note.text)
            if let command = note.command {
                lines.append(String(repeating: " ", count: Labelled.column) + Visible.text(command))
            }
        }
        return lines
    }

    private func labelled(_ label: String, _ text: String) -> [String] { Labelled.lines(label, text, width: width) }

    /// What the page asks for.
    private var page: String {
        let names = request.headers.fields.map(\.name.text).joined(separator: ", ")
        let headers = names.isEmpty ? "" : ", setting \(names)"
        let due = Browser.preflightRequest(for: request) == nil ? "no preflight is due" : "a preflight is due"
        return "\(request.origin.text) fetches \(request.method.text) \(request.url), credentials "
            + "\"\(request.credentials.rawValue)\"\(headers); \(due)."
    }
}

// MARK: - The verdict

extension FetchText {
    private var title: [String] {
        switch explanation.ending {
        case .unfinished where explanation.exchanges.isEmpty:
            return titled("UNKNOWN", paint.bold, "No answer is known.")
        case .unfinished: return titled("SO FAR", paint.good, "Nothing is wrong, but an answer is missing.")
        case .judged(let judgements):
            let verdict = judgements.standard.verdict
            switch verdict.outcome {
            case .readable:
                return titled("READABLE", paint.good, "A browser lets the page read the answer\(condition).")
            case .opaqueRedirect: return titled("READABLE", paint.good, "The page gets a redirect, not followed.")
            case .blocked(let failure):
                let reason = explanation.finding?.message ?? failure.reason.rawValue
                return titled("BLOCKED", paint.bad, "\(reason.capitalizedASCII).")
            case .failed(let error, _):
                return titled("BLOCKED", paint.bad, "\(NetworkErrorText.reason(error).capitalizedASCII).")
            }
        }
    }

    /// What the verdict depends on that is not known.
    private var condition: String { explanation.assumesPreflight ? ", provided that the preflight passes" : "" }

    /// A word in a colour, and a sentence.
    private func titled(_ word: String, _ color: (String) -> String, _ text: String) -> [String] {
        var lines = labelled(word, text)
        lines[0] = color(word) + lines[0].dropFirst(word.count)
        return lines
    }

    private func lines(_ judgements: EngineJudgements) -> [String] {
        let verdict = judgements.standard.verdict
        guard verdict.outcomeName == "blocked" else { return readable(verdict) + engines(judgements) }
        var lines = labelled("browser", "blocks the fetch at \(step(verdict)).")
        if let line = judgements.console(.chromium) { lines += labelled("chromium", line) }
        if let line = judgements.console(.firefox) { lines += labelled("firefox", line) }
        lines += engines(judgements)
        if let finding = explanation.finding {
            lines += labelled("expected", finding.expected) + labelled("actual", Visible.text(finding.actual))
            if let cause = finding.cause { lines += labelled("cause", cause.title) }
            if let fix = finding.fix { lines += labelled("fix", fix) }
        }
        if let section = verdict.section { lines.append("section   \(section.url)") }
        lines += labelled("script", "sees nothing: fetch() fails with a TypeError that does not say why.")
        return lines + labelled("curl", "shows the answer all the same: nothing but a browser enforces CORS.")
    }

    private func step(_ verdict: Verdict) -> String {
        switch verdict.outcome {
        case .blocked(let failure) where failure.isPreflight:
            "the preflight's answer, so that \(request.method.text) is never sent"
        case .blocked: "the CORS check of the answer, after the request has reached the server"
        case .readable, .opaqueRedirect, .failed: "a step that no grant can change"
        }
    }

    /// What the script sees of an answer that it can read.
    private func readable(_ verdict: Verdict) -> [String] {
        guard let response = explanation.exchanges.last?.response else { return [] }
        let exposed = verdict.exposed.map(\.lowercased)
        var seen = Set(exposed)
        let hidden = response.headers.fields.map(\.name.lowercased).filter {
            !$0.hasPrefix("access-control-") && seen.insert($0).inserted
        }
        var lines = labelled("browser", "gives the answer to the script\(condition).")
        lines += labelled(
            "script",
            "sees the status \(response.status), the body and "
                + (exposed.isEmpty ? "none of the headers." : "the headers \(exposed.joined(separator: ", "))."))
        if !hidden.isEmpty {
            lines += labelled(
                "hidden",
                "\(hidden.joined(separator: ", ")): a script sees them if Access-Control-Expose-Headers names them"
                    + (hidden.contains("set-cookie") ? "; never set-cookie." : "."))
        }
        return lines
    }

    /// Where a shipped engine comes to something else.
    private func engines(_ judgements: EngineJudgements) -> [String] {
        var seen: Set<Engine> = []
        return judgements.differences.filter { seen.insert($0.engine).inserted }.flatMap { difference in
            let name = difference.engine.rawValue.capitalizedASCII
            let deed = difference.verdict.outcomeName == "blocked" ? "blocks it" : "lets the page read it"
            return labelled(
                "engines", "As shipped, \(name) leaves the standard here and \(deed) (\(difference.deviation.name)).")
        }
    }
}

extension String {
    /// The text with its first letter in upper case.
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
