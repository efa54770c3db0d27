import CORSPolicy
import CORSVocabulary

/// An adapter that ships: a name, and what makes its applications.
struct BuiltinAdapter: CORSPolicyAdapter {
    /// The name.
    let name: String
    /// Makes an application's answers.
    let make: Deviation.Make

    /// Sets up the adapter with a policy.
    func makeApplication(for policy: Policy) async throws -> any CORSApplication {
        Application(answer: try make(policy))
    }

    private struct Application: CORSApplication {
        let answer: Deviation.Answer

        func respond(to request: HTTPRequest) async -> HTTPResponse { answer(request) }
    }
}

extension Builtin {
    /// Makes a faulty builtin.
    static func faulty(
        _ name: String, _ family: BuiltinFamily, _ severity: Severity, cause: String, _ summary: String, seenIn: String,
        _ make: @escaping Deviation.Make
    ) -> Builtin {
        let name = "faulty/\(name)"
        return Builtin(
            name: name, kind: .faulty, family: family, summary: summary, severity: severity, cause: cause,
            seenIn: seenIn,
            adapter: BuiltinAdapter(name: name, make: make))
    }

    /// Makes a correct builtin.
    static func correct(
        _ name: String, _ family: BuiltinFamily, _ summary: String, seenIn: String, _ make: @escaping Deviation.Make
    ) -> Builtin {
        let name = "correct/\(name)"
        return Builtin(
            name: name, kind: .correct, family: family, summary: summary, severity: nil, cause: nil, seenIn: seenIn,
            adapter: BuiltinAdapter(name: name, make: make))
    }
}
