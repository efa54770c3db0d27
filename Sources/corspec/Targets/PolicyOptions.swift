import CORSPolicy
import StrictJSON

/// A policy on the command line, for a first try without a file.
enum PolicyOptions {
    static let all: [OptionSpec] = [
        OptionSpec(
            name: "--allow-origin", value: "ORIGIN", repeats: true,
            help: "in place of --policy: an origin that the policy grants, or * for any"),
        OptionSpec(name: "--allow-origin-regex", value: "REGEX", help: "the policy's allow_origin_regex"),
        OptionSpec(name: "--allow-method", value: "METHOD", repeats: true, help: "a method of allow_methods, or *"),
        OptionSpec(name: "--allow-header", value: "NAME", repeats: true, help: "a header of allow_headers, or *"),
        OptionSpec(name: "--allow-credentials", help: "the policy's allow_credentials is true"),
        OptionSpec(name: "--expose-header", value: "NAME", repeats: true, help: "a header of expose_headers, or *"),
        OptionSpec(name: "--max-age", value: "SECONDS", help: "the policy's max_age"),
    ]

    /// The first of the options that is there, in the order of the help text.
    static func first(_ parsed: ParsedArguments) -> String? { all.map(\.name).first(where: parsed.has) }

    /// The policy that the options make, or nil if there are none.
    ///
    /// - Throws: `UsageError` if they stand beside `--policy`, or state no origin, or the policy is wrong.
    static func policy(_ parsed: ParsedArguments) throws -> NamedPolicy? {
        guard let first = first(parsed) else { return nil }
        if parsed.has("--policy") {
            throw UsageError(
                "\(first) makes a policy, and so does --policy; give one of them",
                help: Command.run.helpLine)
        }
        func list(_ name: String) -> [String]? { parsed.has(name) ? parsed.all(name) : nil }
        let policy = Policy(
            allowOrigins: list("--allow-origin"), allowOriginRegex: parsed.value("--allow-origin-regex"),
            allowMethods: list("--allow-method"), allowHeaders: list("--allow-header"),
            allowCredentials: parsed.has("--allow-credentials") ? true : nil,
            exposeHeaders: list("--expose-header"), maxAge: try parsed.value("--max-age").map(seconds))
        let diagnostics = Diagnostics(file: "the policy's options")
        PolicyReader.validate(policy, into: diagnostics)
        if diagnostics.hasErrors {
            throw UsageError(diagnostics.all.map(\.description).joined(separator: "\n"))
        }
        return NamedPolicy(name: "options", policy: policy)
    }

    /// The policy that the options make, as it would stand in a file; nil if there are none.
    ///
    /// Nothing is checked, and the places are the options' order.
    static func node(_ parsed: ParsedArguments) -> JSONNode? {
        guard first(parsed) != nil else { return nil }
        var place = SourcePosition(line: 1, column: 1)
        func node(_ value: JSONValue) -> JSONNode {
            place.line += 1
            return JSONNode(value, at: place, to: place)
        }
        func list(_ name: String) -> JSONNode? {
            guard parsed.has(name) else { return nil }
            return node(.array(parsed.all(name).map { node(.string($0)) }))
        }
        func number(_ text: String) -> JSONNode {
            let found = Diagnostics(file: "")
            let value = JSONReader.read(Array(text.utf8), into: found)?.value
            return node(value ?? .string(text))
        }
        let members: [(Policy.Setting, JSONNode?)] = [
            (.allowOrigins, list("--allow-origin")),
            (.allowOriginRegex, parsed.value("--allow-origin-regex").map { node(.string($0)) }),
            (.allowMethods, list("--allow-method")), (.allowHeaders, list("--allow-header")),
            (.allowCredentials, parsed.has("--allow-credentials") ? node(.bool(true)) : nil),
            (.exposeHeaders, list("--expose-header")), (.maxAge, parsed.value("--max-age").map(number)),
        ]
        let object = members.compactMap { setting, value in
            value.map { JSONMember(name: setting.rawValue, position: $0.position, node: $0) }
        }
        return JSONNode(.object(object), at: SourcePosition(line: 1, column: 1), to: place)
    }

    private static func seconds(_ text: String) throws -> Int {
        guard let seconds = Int(text), seconds >= 0 else {
            throw UsageError("--max-age takes a whole number of seconds, not \"\(text)\"", help: Command.run.helpLine)
        }
        return seconds
    }
}
