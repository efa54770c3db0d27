import CORSVocabulary
import FetchModel
import StrictJSON

/// Reads the question of one line: members that it does not know are passed over.
struct ExchangeReader {
    private let diagnostics: Diagnostics

    /// Makes a reader that reports what is wrong.
    init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    /// Reads a line's object.
    func question(_ node: JSONNode) -> (id: JSONOutput?, exchange: Exchange?) {
        guard let object = open(node, "the line") else { return (nil, nil) }
        let id = id(object)
        guard let member = object.required("request"), let request = request(member) else { return (id, nil) }
        let exchange = Exchange(
            request: request, preflightResponse: response(object.optional("preflight_response"), "preflight_response"),
            response: response(object.optional("response"), "response"), redirects: hops(object))
        return (id, exchange)
    }

    /// Opens an object whose members may have any name.
    private func open(_ node: JSONNode, _ what: String) -> ObjectReader? {
        var names: [String] = []
        if case .object(let members) = node.value { names = members.map(\.name) }
        return ObjectReader(node, what: what, accepted: names, into: diagnostics)
    }

    private func id(_ object: ObjectReader) -> JSONOutput? {
        guard let node = object.optional("id") else { return nil }
        switch node.value {
        case .string(let text): return .string(text)
        case .number(let text): return Int(text).map { .integer($0) } ?? Double(text).map { .decimal($0) }
        case .null: return nil
        default:
            diagnostics.error("\"id\" must be a string or a number, not \(node.value.kind)", at: node.position)
            return nil
        }
    }

    private func hops(_ object: ObjectReader) -> [Hop] {
        guard let node = object.optional("redirects"), node.value != .null else { return [] }
        return (object.list("redirects") ?? []).compactMap { node in
            guard let hop = open(node, "a redirect"), let url = url(hop) else { return nil }
            return Hop(
                url: url, preflightResponse: response(hop.optional("preflight_response"), "preflight_response"),
                response: response(hop.optional("response"), "response"))
        }
    }
}

// MARK: - Responses

extension ExchangeReader {
    private func response(_ node: JSONNode?, _ what: String) -> HTTPResponse? {
        guard let node, node.value != .null, let object = open(node, "\"\(what)\"") else { return nil }
        let headers = headers(object, isResponse: true)
        guard object.required("status") != nil, let status = object.integer("status") else { return nil }
        guard (100...999).contains(status) else {
            diagnostics.error("\"status\" is \(status); accepted: 100 to 999", at: object.optional("status")?.position)
            return nil
        }
        return HTTPResponse(status: status, headers: headers)
    }

    /// Reads header lines: pairs of a name and a value.
    private func headers(_ object: ObjectReader, isResponse: Bool) -> HeaderList {
        if isResponse, object.required("headers") == nil { return [:] }
        return HeaderList(
            (object.list("headers") ?? []).compactMap { node in
                guard case .array(let pair) = node.value, pair.count == 2, case .string(let name) = pair[0].value,
                    case .string(let value) = pair[1].value
                else {
                    diagnostics.error(
                        "\"headers\" must hold pairs of strings, [\"name\", \"value\"]", at: node.position)
                    return nil
                }
                return field(name, pair[0].position, value, pair[1].position, isResponse: isResponse)
            })
    }

    private func field(
        _ name: String, _ namePosition: SourcePosition, _ value: String, _ valuePosition: SourcePosition,
        isResponse: Bool
    ) -> HeaderField? {
        guard let token = FieldName(name) else {
            diagnostics.error(
                "\(quoted(name)) is no header name; accepted: letters, digits and !#$%&'*+-.^_`|~", at: namePosition)
            return nil
        }
        guard let bytes = Latin1.bytes(value) else {
            diagnostics.error(
                "the value of \(token.text) has a character above U+00FF; a value has one character a byte",
                at: valuePosition)
            return nil
        }
        // A script's value loses the white space around it; a response's has no line break at all.
        let inner = isResponse ? bytes[...] : trimmed(bytes)
        let isBad = inner.contains { $0 == 0x0A || $0 == 0x0D || (!isResponse && $0 == 0) }
        if isBad {
            diagnostics.error(
                "the value of \(token.text) has a line break\(isResponse ? "" : " or a NUL") in it, which no header has",
                at: valuePosition)
            return nil
        }
        return HeaderField(token, FieldValue(bytes))
    }

    private func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        var rest = bytes.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }

    private func quoted(_ text: String) -> String {
        "\"" + (text.utf8.count <= 60 ? text : String(text.unicodeScalars.prefix(40)) + "…") + "\""
    }
}

// MARK: - The request

extension ExchangeReader {
    private func request(_ node: JSONNode) -> FetchRequest? {
        guard let object = open(node, "\"request\"") else { return nil }
        let origin = origin(object)
        let url = url(object)
        let method = method(object)
        let headers = headers(object, isResponse: false)
        let credentials = choice(object, "credentials", CredentialsMode.self) ?? .sameOrigin
        let redirect = choice(object, "redirect", RedirectMode.self) ?? .follow
        let body = body(object)
        let usesPreflight = object.bool("use_cors_preflight") ?? false
        guard let origin, let url, let method else { return nil }
        return FetchRequest(
            origin: origin, url: url, method: method, headers: headers, credentials: credentials, redirect: redirect,
            body: body, usesCORSPreflight: usesPreflight)
    }

    private func origin(_ object: ObjectReader) -> Origin? {
        guard let node = object.required("origin"), let text = object.string("origin") else { return nil }
        guard let bytes = Latin1.bytes(text), Browser.canSend(Origin(bytes: bytes)) else {
            diagnostics.error(
                "\"origin\" is \(quoted(text)), which no browser sends; accepted: a scheme, a host and a port that is "
                    + "not the scheme's own, such as https://app.example, or null", at: node.position)
            return nil
        }
        return Origin(bytes: bytes)
    }

    private func url(_ object: ObjectReader) -> String? {
        guard let node = object.required("url"), let text = object.string("url") else { return nil }
        guard Browser.isURL(text) else {
            diagnostics.error(
                "\"url\" is \(quoted(text)); accepted: an absolute address, such as https://api.example/items",
                at: node.position)
            return nil
        }
        return text
    }

    private func method(_ object: ObjectReader) -> Method? {
        guard let node = object.optional("method") else { return .get }
        guard let text = object.string("method") else { return nil }
        guard let method = Method(text) else {
            diagnostics.error(
                "\"method\" is \(quoted(text)), which is no method; accepted: letters, digits and !#$%&'*+-.^_`|~",
                at: node.position)
            return nil
        }
        return method
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(
        _ object: ObjectReader, _ name: String, _ type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let node = object.optional(name), let text = object.string(name) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let accepted = Choice.allCases.map(\.rawValue)
        diagnostics.error(
            "\"\(name)\" is \(quoted(text)); accepted: \(accepted.joined(separator: ", "))"
                + NearestName.hint(text, in: accepted), at: node.position)
        return nil
    }
}

// MARK: - The body

extension ExchangeReader {
    /// Reads the body: text, or an object that says its kind.
    private func body(_ object: ObjectReader) -> RequestBody? {
        let isImplied = object.optional("implied_content_type").map { $0.value != .null } ?? false
        let implied = isImplied ? object.string("implied_content_type").map { FieldValue($0) } : nil
        guard let node = object.optional("body"), node.value != .null else {
            guard let implied else { return nil }
            return RequestBody(.blob(type: implied))
        }
        var body: RequestBody?
        if case .string = node.value {
            body = RequestBody(.string)
        } else if let reader = open(node, "\"body\"") {
            body = kind(reader).map { RequestBody($0) }
        }
        if let implied { body?.impliedContentType = implied }
        return body
    }

    private func kind(_ object: ObjectReader) -> RequestBody.Kind? {
        guard let node = object.required("kind"), let kind = object.string("kind") else { return nil }
        switch kind {
        case "string": return .string
        case "urlencoded": return .urlencoded
        case "formdata": return .formData
        case "blob":
            let type = object.optional("type").map(\.value) == .null ? nil : object.string("type")
            return .blob(type: FieldValue(type ?? ""))
        case "arraybuffer": return .bytes
        case "stream": return .stream
        default:
            let accepted = ["string", "urlencoded", "formdata", "blob", "arraybuffer", "stream"]
            diagnostics.error(
                "\"kind\" is \(quoted(kind)); accepted: \(accepted.joined(separator: ", "))"
                    + NearestName.hint(kind, in: accepted), at: node.position)
            return nil
        }
    }
}
