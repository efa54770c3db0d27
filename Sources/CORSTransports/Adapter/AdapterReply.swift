package import CORSVocabulary
package import StrictJSON

/// A line of an adapter.
package enum AdapterReply: Sendable, Hashable {
    /// What it says of itself.
    case greeting(AdapterGreeting)
    /// It serves the policy.
    case ready
    /// It refuses the policy, and why.
    case rejected(String)
    /// Its answer to a request.
    case response(HTTPResponse)
    /// It could not do what it was asked, and why.
    case error(String)

    /// The reply as a line's value.
    package var output: JSONOutput {
        switch self {
        case .greeting(let greeting): greeting.output
        case .ready: .object([("ready", .bool(true))])
        case .rejected(let reason): .object([("rejected", .string(reason))])
        case .response(let response):
            .object([
                (
                    "response",
                    .object([
                        ("status", .integer(response.status)), ("headers", AdapterHeaders.output(response.headers)),
                    ])
                )
            ])
        case .error(let reason): .object([("error", .string(reason))])
        }
    }

    /// What it is, for messages.
    package var name: String {
        switch self {
        case .greeting: "its name and version"
        case .ready: "\"ready\""
        case .rejected: "\"rejected\""
        case .response: "a response"
        case .error: "an error"
        }
    }

    /// Says whether a question may be answered so.
    package func answers(_ question: AdapterQuestion) -> Bool {
        switch (question, self) {
        case (_, .error), (.hello, .greeting), (.policy, .ready), (.policy, .rejected), (.request, .response): true
        default: false
        }
    }

    /// Reads a line of an adapter; members that are not known are passed over.
    ///
    /// - Parameters:
    ///   - bytes: The line.
    ///   - diagnostics: Where is reported what is wrong.
    /// - Returns: The reply, or nil after an error.
    package static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> AdapterReply? {
        guard let object = AdapterObject.read(bytes, into: diagnostics) else { return nil }
        let reply: AdapterReply?
        if let node = object.optional("response") {
            reply = response(node, into: diagnostics).map { .response($0) }
        } else if let node = object.optional("ready") {
            if object.bool("ready") == false {
                diagnostics.error("\"ready\" must be true; a policy is refused by \"rejected\"", at: node.position)
            }
            reply = .ready
        } else if object.optional("rejected") != nil {
            reply = object.string("rejected").map { .rejected($0) }
        } else if object.optional("error") != nil {
            reply = object.string("error").map { .error($0) }
        } else if object.optional("name") != nil || object.optional("version") != nil {
            reply = AdapterGreeting(object, into: diagnostics).map { .greeting($0) }
        } else {
            diagnostics.error(
                "the line is none of the protocol's; accepted: an object with \"name\" and \"version\", \"ready\", "
                    + "\"rejected\", \"response\" or \"error\"", at: object.position)
            reply = nil
        }
        return diagnostics.hasErrors ? nil : reply
    }

    private static func response(_ node: JSONNode, into diagnostics: Diagnostics) -> HTTPResponse? {
        guard let object = AdapterObject.open(node, "\"response\"", into: diagnostics) else { return nil }
        let headers = AdapterHeaders.read(object, into: diagnostics)
        guard let member = object.required("status"), let status = object.integer("status") else { return nil }
        guard (100...999).contains(status) else {
            diagnostics.error("\"status\" is \(status); accepted: 100 to 999", at: member.position)
            return nil
        }
        return headers.map { HTTPResponse(status: status, headers: $0) }
    }
}
