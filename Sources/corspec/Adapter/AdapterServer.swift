import CORSBuiltins
import CORSPolicy
import CORSTransports
import CORSVocabulary
import StrictJSON

/// The other side of the adapter protocol: a builtin that answers line by line.
struct AdapterServer {
    private let builtin: Builtin
    private var application: (any CORSApplication)?

    /// Makes a server that serves no policy yet.
    init(_ builtin: Builtin) { self.builtin = builtin }

    /// Answers a line; nil for a blank one.
    mutating func reply(to line: LineReader.Line) async -> String? {
        guard case .bytes(let bytes) = line else {
            return text(.error("the line is longer than \(AdapterProgram.maximumLength / 1024 / 1024) MiB"))
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        let diagnostics = Diagnostics(file: "")
        guard let question = AdapterQuestion.read(bytes, into: diagnostics) else {
            let errors = diagnostics.all.map { error in
                (error.position.map { "column \($0.column): " } ?? "") + error.message
            }
            return text(.error(errors.joined(separator: "; ")))
        }
        return text(await answer(question))
    }

    private func text(_ reply: AdapterReply) -> String { JSONWriter.line(reply.output) }

    private mutating func answer(_ question: AdapterQuestion) async -> AdapterReply {
        do {
            switch question {
            case .hello:
                let name = builtin.kind == .reference ? "corspec" : "corspec \(builtin.name)"
                return .greeting(AdapterGreeting(name: name, version: CorspecVersion.current))
            case .policy(let policy):
                application = nil
                application = try await builtin.adapter.makeApplication(for: policy)
                return .ready
            case .request(let request):
                guard let application else { return .error("there is no policy yet: send {\"policy\": {…}} first") }
                return .response(try await application.respond(to: request))
            }
        } catch let refusal as PolicyRefusal {
            return .rejected(refusal.reason)
        } catch {
            return .error(String(describing: error))
        }
    }
}
