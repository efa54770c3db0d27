import StrictJSON

/// Reads words of a fixed vocabulary.
enum EnumReader {
    /// Returns the case that a word names, or nil after an error that lists the accepted words and the nearest.
    static func read<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String, at position: SourcePosition?, what: String, into diagnostics: Diagnostics
    ) -> Word? {
        if let word = Word(rawValue: text) { return word }
        let accepted = Word.allCases.map(\.rawValue)
        diagnostics.error(
            "unknown \(what) \"\(text)\"; accepted: \(accepted.joined(separator: ", "))"
                + NearestName.hint(text, in: accepted),
            at: position)
        return nil
    }

    /// Returns the case that an object's member names, or nil if it is absent or wrong.
    static func read<Word: RawRepresentable<String> & CaseIterable>(
        _ member: String, of object: ObjectReader, what: String
    ) -> Word? {
        guard let node = object.optional(member), let text = object.string(member) else { return nil }
        return read(text, at: node.position, what: what, into: object.diagnostics)
    }
}
