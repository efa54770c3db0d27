import CORSVocabulary
import StrictJSON

/// Header lines in the adapter protocol: pairs of a name and a value, in order, a value one character a byte.
enum AdapterHeaders {
    /// Writes header lines.
    static func output(_ headers: HeaderList) -> JSONOutput {
        .array(headers.fields.map { .array([.string($0.name.text), .string($0.value.text)]) })
    }

    /// Reads the header lines of a request or a response; nil after an error.
    static func read(_ object: ObjectReader, into diagnostics: Diagnostics) -> HeaderList? {
        guard object.required("headers") != nil, let nodes = object.list("headers") else { return nil }
        let fields = nodes.compactMap { field($0, into: diagnostics) }
        return fields.count == nodes.count ? HeaderList(fields) : nil
    }

    private static func field(_ node: JSONNode, into diagnostics: Diagnostics) -> HeaderField? {
        guard case .array(let parts) = node.value, parts.count == 2, case .string(let name) = parts[0].value,
            case .string(let text) = parts[1].value
        else {
            diagnostics.error("a header is a list of two strings, its name and its value", at: node.position)
            return nil
        }
        guard let bytes = Latin1.bytes(text) else {
            diagnostics.error(
                "the value of \(name) has a character above U+00FF; a value has one character a byte",
                at: parts[1].position)
            return nil
        }
        guard !bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) else {
            diagnostics.error(
                "the value of \(name) has a line break or a NUL; each header line is a pair of its own",
                at: parts[1].position)
            return nil
        }
        // What stands before the colon is kept as it came, so that a fault of it is seen.
        guard let written = Latin1.bytes(name), !written.isEmpty else {
            diagnostics.error("\"\(name)\" cannot be a header's name", at: parts[0].position)
            return nil
        }
        return HeaderField(FieldName(unchecked: written), FieldValue(bytes))
    }
}
