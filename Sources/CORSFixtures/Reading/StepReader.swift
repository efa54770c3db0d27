import CORSVocabulary
import FetchModel
import StrictJSON

/// Reads what a case does: a request, a fetch, or the steps of a sequence.
struct StepReader {
    /// Where errors are reported.
    let diagnostics: Diagnostics
    /// Whether placeholders are errors.
    let isLiteral: Bool

    /// Reads a step of a sequence.
    func readSequenceStep(_ node: JSONNode) -> Step? {
        guard
            let object = ObjectReader(
                node, what: "a step", accepted: ["request", "fetch", "expect", "comment"], into: diagnostics)
        else { return nil }
        let kinds = ["request", "fetch"].filter { object.optional($0) != nil }
        guard kinds.count == 1 else {
            diagnostics.error("a step has exactly one of \"request\" and \"fetch\"", at: node.position)
            return nil
        }
        guard let expect = object.required("expect") else { return nil }
        return read(object, expect: expect, isInSequence: true)
    }

    /// Reads the `request` or the `fetch` of an object, and its expectation.
    func read(_ object: ObjectReader, expect: JSONNode, isInSequence: Bool) -> Step? {
        let action: Step.Action?
        if let node = object.optional("fetch") {
            action = readFetch(node, isInSequence: isInSequence).map { .fetch($0) }
        } else {
            action = object.optional("request").flatMap { readRequest($0) }.map { .request($0) }
        }
        let expectation = ExpectationReader(diagnostics: diagnostics, placeholders: placeholders)
            .read(expect, mayBeEmpty: isInSequence)
        guard let action, let expectation else { return nil }
        if case .request(let request) = action, expectation.outcome != nil,
            !request.headers.contains(where: { FieldName($0.name) == .origin })
        {
            diagnostics.error(
                "a request without an Origin line has no outcome: no page reads it; expect a status or headers",
                at: expect.position)
        }
        return Step(action: action, expect: expectation)
    }

    /// Reads what must hold of a sequence as a whole.
    func readSequenceExpectation(_ node: JSONNode) -> SequenceExpectation? {
        guard
            let object = ObjectReader(
                node, what: "a sequence's \"expect\"", accepted: ["vary", "same_status"], into: diagnostics)
        else { return nil }
        return SequenceExpectation(
            playsCache: object.bool("vary") ?? false, hasSameStatus: object.bool("same_status") ?? false)
    }

    /// What reports placeholders that are unknown or out of place.
    private var placeholders: PlaceholderChecker {
        PlaceholderChecker(diagnostics: diagnostics, isLiteral: isLiteral)
    }

    private static let fetchMembers = [
        "origin", "route", "method", "headers", "credentials", "cookie", "preflighted", "auth",
    ]

    /// Reads a fetch.
    private func readFetch(_ node: JSONNode, isInSequence: Bool) -> FetchAction? {
        guard let object = ObjectReader(node, what: "a fetch", accepted: Self.fetchMembers, into: diagnostics)
        else { return nil }
        guard object.required("origin") != nil, let origin = object.string("origin") else { return nil }
        placeholders.check(origin, at: object.optional("origin")?.position)
        let isPreflighted = object.bool("preflighted") ?? false
        if isPreflighted, let method = object.optional("method") {
            diagnostics.error("a fetch with \"preflighted\" has its method from the policy", at: method.position)
        }
        let method = object.string("method") ?? (isLiteral ? "GET" : "{simple-method}")
        checkMethod(method, at: object.optional("method")?.position)
        let credentials: CredentialsMode =
            EnumReader.read("credentials", of: object, what: "credentials mode") ?? .sameOrigin
        return FetchAction(
            origin: origin, route: route(object), method: method, headers: headers(object), credentials: credentials,
            cookie: cookie(object, credentials: credentials, isInSequence: isInSequence), isPreflighted: isPreflighted,
            isAuthenticated: object.bool("auth") ?? false)
    }

    /// Reads a request.
    private func readRequest(_ node: JSONNode) -> RequestAction? {
        guard
            let object = ObjectReader(
                node, what: "a request", accepted: ["method", "route", "headers", "credentials"], into: diagnostics)
        else { return nil }
        guard object.required("method") != nil, let method = object.string("method") else { return nil }
        checkMethod(method, at: object.optional("method")?.position)
        return RequestAction(
            method: method, route: route(object), headers: headers(object),
            credentials: EnumReader.read("credentials", of: object, what: "credentials mode") ?? .omit)
    }

    private func route(_ object: ObjectReader) -> Route {
        EnumReader.read("route", of: object, what: "route") ?? .open
    }

    private func checkMethod(_ method: String, at position: SourcePosition?) {
        placeholders.check(method, at: position)
        if !method.contains("{"), Method(method) == nil {
            diagnostics.error("\"\(method)\" is no method: a method is a token, such as GET", at: position)
        }
    }

    /// Reads which cookies a fetch carries.
    private func cookie(
        _ object: ObjectReader, credentials: CredentialsMode, isInSequence: Bool
    ) -> FetchAction.Cookie {
        let usual: FetchAction.Cookie = credentials == .include && !isInSequence && !isLiteral ? .both : .without
        guard let node = object.optional("cookie"), let text = object.string("cookie") else { return usual }
        switch text {
        case "with": return .with
        case "without": return .without
        case "both" where !isInSequence && !isLiteral: return .both
        case _ where text.contains("="): return .literal(text)
        default:
            diagnostics.error(
                "unknown cookie \"\(text)\"; accepted: with, without, both (outside sequences), or \"name=value\"",
                at: node.position)
            return usual
        }
    }

    /// Reads header lines: a list of pairs.
    private func headers(_ object: ObjectReader) -> [HeaderLine] {
        (object.list("headers") ?? []).compactMap { node in
            guard case .array(let pair) = node.value, pair.count == 2, case .string(let name) = pair[0].value,
                case .string(let value) = pair[1].value
            else {
                diagnostics.error("a header line is a list of two strings: [\"Name\", \"value\"]", at: node.position)
                return nil
            }
            placeholders.check(name, at: pair[0].position)
            placeholders.check(value, at: pair[1].position)
            if !name.contains("{"), FieldName(name) == nil {
                diagnostics.error("\"\(name)\" is no header name: a name is a token", at: pair[0].position)
            }
            guard let bytes = Latin1.bytes(value) else {
                diagnostics.error(
                    "a header's value is one character a byte; write a character above U+00FF as its UTF-8 bytes",
                    at: pair[1].position)
                return nil
            }
            if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) {
                diagnostics.error("a header's value cannot hold CR, LF or NUL", at: pair[1].position)
            }
            return HeaderLine(name: name, value: value)
        }
    }
}
