import CORSPolicy
import CORSRunner
import CORSTransports
import CORSVocabulary
import StrictJSON

/// One line of a check, and what its answer must be.
struct AdapterCheckStep: Sendable {
    /// What is asked.
    let question: AdapterQuestion
    /// The line, which may hold more than the question.
    let line: String
    /// What is right, in words.
    private let right: String
    /// Says what is wrong with an answer of the right kind; nil if nothing is.
    let problem: @Sendable (AdapterReply) -> String?

    private init(
        _ question: AdapterQuestion, also members: [(String, JSONOutput)] = [], _ right: String,
        problem: @escaping @Sendable (AdapterReply) -> String? = { _ in nil }
    ) {
        self.question = question
        self.right = right
        self.problem = problem
        guard case .object(let own) = question.output else {
            line = JSONWriter.line(question.output)
            return
        }
        line = JSONWriter.line(.object(own + members))
    }

    /// Says what is right with an answer.
    func praise(_ reply: AdapterReply) -> String {
        switch reply {
        case .greeting(let greeting):
            let cannot = greeting.cannot.map(\.rawValue).sorted()
            return "it is \(greeting.name) \(greeting.version)"
                + (cannot.isEmpty ? "" : ", which cannot express \(cannot.joined(separator: ", "))")
        case .rejected: return "it refuses credentials for any origin, as it may"
        default: return right
        }
    }

    /// The steps of a check, in order.
    static var all: [AdapterCheckStep] {
        let origin = HeaderField("Origin", "https://app.example.com")
        let policy = Policy(
            allowOrigins: ["https://app.example.com"], allowMethods: ["GET", "PUT"], allowHeaders: ["X-Api-Key"],
            exposeHeaders: ["X-Total-Count"], maxAge: 600)
        let trap = Policy(allowOrigins: ["*"], allowCredentials: true)
        let preflight = HeaderList([
            origin, HeaderField(.accessControlRequestMethod, "PUT"),
            HeaderField(.accessControlRequestHeaders, "x-api-key"),
        ])
        return [
            AdapterCheckStep(.hello, "it says what it is"),
            AdapterCheckStep(.policy(policy), "it serves the policy", problem: refusal),
            AdapterCheckStep(.policy(trap), "it serves credentials for any origin; the cases will say how"),
            AdapterCheckStep(.policy(policy), "it serves a policy after another", problem: refusal),
            request(.get, "/open", [origin, HeaderField("X-Note", "caf\u{E9}")], is: 200..<300),
            AdapterCheckStep(
                .request(HTTPRequest(method: .options, path: "/open", headers: preflight)),
                "it answers a preflight; the cases will say whether rightly"),
            request(.get, "/protected", [origin], is: 401..<402),
            AdapterCheckStep(
                .request(HTTPRequest(method: .get, path: "/missing?x=1", headers: [:])),
                also: [("note", .string("a member to pass over"))], "it passes over what it does not know"),
        ]
    }

    private static func refusal(_ reply: AdapterReply) -> String? {
        if case .rejected = reply { "it refuses a policy that any server can serve" } else { nil }
    }

    private static func request(
        _ method: Method, _ path: String, _ headers: [HeaderField], is statuses: Range<Int>
    ) -> AdapterCheckStep {
        let expected = statuses.count == 1 ? "\(statuses.lowerBound)" : "2xx"
        return AdapterCheckStep(
            .request(HTTPRequest(method: method, path: path, headers: HeaderList(headers))),
            "it answers \(path) with \(expected)"
        ) { reply in
            guard case .response(let response) = reply, !statuses.contains(response.status) else { return nil }
            return
                "it answers \(path) with status \(response.status), where \(expected) is needed: corspec help adapter"
        }
    }
}
