import CORSVocabulary
package import StrictJSON

/// Reads HAR files, as far as CORS depends on them; what is not known is passed over.
///
/// http://www.softwareishard.com/blog/har-12-spec/
package struct HARReader {
    /// Traces of calls nest deep in what Chromium exports, and bodies may be cut in the middle of a character.
    private static let leniency = JSONLeniency(maximumDepth: 256, replacesLoneSurrogates: true)

    private let file: String

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - file: Its name, for errors.
    /// - Returns: The entries.
    /// - Throws: `Diagnostic` with the place at which it is no JSON, or no HAR.
    package static func read(_ bytes: [UInt8], file: String) throws(Diagnostic) -> HARFile {
        let diagnostics = Diagnostics(file: file)
        guard let root = JSONReader.read(InputText.plain(bytes), into: diagnostics, leniency: leniency) else {
            throw diagnostics.all.first ?? Diagnostic(file: file, message: "a HAR file was expected")
        }
        let reader = HARReader(file: file)
        let log = try reader.object(reader.member("log", of: reader.object(root, "a HAR file"), at: root), "\"log\"")
        let entries = try reader.list(reader.member("entries", of: log, at: root), "\"entries\"")
        var read: [HAREntry] = []
        for entry in entries { read.append(try reader.entry(entry)) }
        return HARFile(entries: read)
    }

    private func entry(_ node: JSONNode) throws(Diagnostic) -> HAREntry {
        let members = try object(node, "an entry")
        let requestNode = try member("request", of: members, at: node)
        let request = try object(requestNode, "\"request\"")
        let responseNode = try member("response", of: members, at: node)
        let response = try object(responseNode, "\"response\"")
        let methodNode = try member("method", of: request, at: requestNode)
        guard let method = Method(try string(methodNode, "\"method\"")) else {
            throw fail("\"method\" must be a method", methodNode)
        }
        var asked = ReadRequest(
            method: method, url: try string(member("url", of: request, at: requestNode), "\"url\""),
            headers: try headers(of: request, at: requestNode))
        if !asked.headers.contains(.cookie), let cookies = request["cookies"], case .array(let list) = cookies.value,
            !list.isEmpty
        {
            asked.headers.append(.cookie, "***")
        }
        var entry = HAREntry(request: asked)
        entry.error = text(response["_error"]) ?? text(members["_blocked"])
        entry.resourceType = text(members["_resourceType"])
        let status = try status(member("status", of: response, at: responseNode))
        guard status > 0 else { return entry }
        entry.response = HTTPResponse(status: status, headers: try headers(of: response, at: responseNode))
        entry.redirectURL = text(response["redirectURL"])
        return entry
    }

    /// Reads the header lines of a message; several lines of one name may be one text with line breaks.
    private func headers(of members: [String: JSONNode], at node: JSONNode) throws(Diagnostic) -> HeaderList {
        var headers: HeaderList = [:]
        for line in try list(member("headers", of: members, at: node), "\"headers\"") {
            let field = try object(line, "a header")
            let name = try string(member("name", of: field, at: line), "a header's \"name\"")
            // HTTP/2 has the request's first line as headers.
            if name.hasPrefix(":") { continue }
            for value in (text(field["value"]) ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
                headers.append(FieldName(unchecked: Array(name.utf8)), FieldValue(String(value)))
            }
        }
        return headers
    }

    private func status(_ node: JSONNode) throws(Diagnostic) -> Int {
        // Firefox and proxies write what was not answered in several ways.
        if case .number(let text) = node.value {
            guard let status = Int(text), (-1...999).contains(status) else {
                throw fail("\"status\" must be a status, not \(text)", node)
            }
            return status
        }
        throw fail("\"status\" must be a number, not \(node.value.kind)", node)
    }
}

// MARK: - Values

extension HARReader {
    private func fail(_ message: String, _ node: JSONNode) -> Diagnostic {
        Diagnostic(file: file, position: node.position, message: "\(message); this is no HAR file, or a damaged one")
    }

    private func object(_ node: JSONNode, _ what: String) throws(Diagnostic) -> [String: JSONNode] {
        guard case .object(let members) = node.value else {
            throw fail("\(what) must be an object, not \(node.value.kind)", node)
        }
        return Dictionary(members.map { ($0.name, $0.node) }) { first, _ in first }
    }

    private func member(
        _ name: String, of members: [String: JSONNode], at node: JSONNode
    ) throws(Diagnostic) -> JSONNode {
        guard let member = members[name] else { throw fail("a member \"\(name)\" was expected in this object", node) }
        return member
    }

    private func list(_ node: JSONNode, _ what: String) throws(Diagnostic) -> [JSONNode] {
        guard case .array(let nodes) = node.value else {
            throw fail("\(what) must be a list, not \(node.value.kind)", node)
        }
        return nodes
    }

    private func string(_ node: JSONNode, _ what: String) throws(Diagnostic) -> String {
        guard case .string(let text) = node.value else {
            throw fail("\(what) must be a string, not \(node.value.kind)", node)
        }
        return text
    }

    /// The text of a member that may be there, or nil.
    private func text(_ node: JSONNode?) -> String? {
        guard case .string(let text)? = node?.value, !text.isEmpty else { return nil }
        return text
    }
}
