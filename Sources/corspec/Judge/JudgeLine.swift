import FetchModel
import StrictJSON

/// One line of `corspec judge` and its answer.
enum JudgeLine {
    /// Answers a line; nil for a blank one.
    static func answer(_ line: LineReader.Line, number: Int) -> (text: String, isError: Bool)? {
        guard case .bytes(let bytes) = line else {
            return error(
                nil,
                "line \(number) is longer than \(JudgeCommand.maximumLength / 1024 / 1024) MiB, "
                    + "and no more than that is read of one line")
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        let diagnostics = Diagnostics(file: "")
        guard let node = JSONReader.read(bytes, what: "line", into: diagnostics) else {
            return error(nil, diagnostics.all.map { text($0, number) }.joined(separator: "; "))
        }
        let reader = ExchangeReader(diagnostics)
        let question = reader.question(node)
        guard let exchange = question.exchange, !diagnostics.hasErrors else {
            return error(question.id, diagnostics.all.map { text($0, number) }.joined(separator: "; "))
        }
        do throws(ExchangeError) {
            let judgements = try EngineJudgements(exchange)
            return (JSONWriter.line(VerdictWriter.output(judgements, id: question.id)), false)
        } catch {
            return self.error(question.id, "line \(number): \(ExchangeErrorText.text(error))")
        }
    }

    private static func error(_ id: JSONOutput?, _ message: String) -> (text: String, isError: Bool) {
        (JSONWriter.line(.object([("id", id ?? .null), ("error", .string(message))])), true)
    }

    private static func text(_ diagnostic: Diagnostic, _ number: Int) -> String {
        let place = diagnostic.position.map { "line \(number), column \($0.column)" } ?? "line \(number)"
        return "\(place): \(diagnostic.message)"
    }
}
