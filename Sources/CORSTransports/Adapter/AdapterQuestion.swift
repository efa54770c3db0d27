import CORSFixtures
package import CORSPolicy
package import CORSVocabulary
package import StrictJSON

/// A line to an adapter.
package enum AdapterQuestion: Sendable, Hashable {
    /// The first line: the protocol's number.
    case hello
    /// Serve this policy from now on.
    case policy(Policy)
    /// Answer this request.
    case request(HTTPRequest)

    /// The protocol's number.
    private static let number = 1

    /// The question as a line's value.
    package var output: JSONOutput {
        switch self {
        case .hello: .object([("corspec", .integer(Self.number))])
        case .policy(let policy): .object([("policy", .object(PolicyWriter.settings(policy)))])
        case .request(let request):
            .object([
                (
                    "request",
                    .object([
                        ("method", .string(request.method.text)), ("path", .string(request.path)),
                        ("headers", AdapterHeaders.output(request.headers)),
                    ])
                )
            ])
        }
    }

    /// What it is, for messages.
    package var name: String {
        switch self {
        case .hello: "the first line"
        case .policy: "a policy"
        case .request: "a request"
        }
    }

    /// Reads a line to an adapter; members that are not known are passed over.
    ///
    /// - Parameters:
    ///   - bytes: The line.
    ///   - diagnostics: Where is reported what is wrong.
    /// - Returns: The question, or nil after an error.
    package static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> AdapterQuestion? {
        guard let object = AdapterObject.read(bytes, into: diagnostics) else { return nil }
        let question: AdapterQuestion?
        if let node = object.optional("request") {
            question = request(node, into: diagnostics).map { .request($0) }
        } else if let node = object.optional("policy") {
            question = PolicyReader.read(node, name: "policy", into: diagnostics).map { .policy($0.policy) }
        } else if let node = object.optional("corspec") {
            let number = object.integer("corspec")
            if let number, number != Self.number {
                diagnostics.error("protocol \(number) is not spoken here; accepted: \(Self.number)", at: node.position)
            }
            question = .hello
        } else {
            diagnostics.error(
                "the line is none of the protocol's; accepted: an object with \"corspec\", \"policy\" or \"request\"",
                at: object.position)
            question = nil
        }
        return diagnostics.hasErrors ? nil : question
    }

    private static func request(_ node: JSONNode, into diagnostics: Diagnostics) -> HTTPRequest? {
        guard let object = AdapterObject.open(node, "\"request\"", into: diagnostics) else { return nil }
        let headers = AdapterHeaders.read(object, into: diagnostics)
        _ = object.required("method")
        _ = object.required("path")
        guard let text = object.string("method"), let path = object.string("path") else { return nil }
        guard let method = Method(text) else {
            diagnostics.error("\"\(text)\" is no method", at: object.optional("method")?.position)
            return nil
        }
        guard path.hasPrefix("/") else {
            diagnostics.error("\"path\" must begin with a slash", at: object.optional("path")?.position)
            return nil
        }
        return headers.map { HTTPRequest(method: method, path: path, headers: $0) }
    }
}
