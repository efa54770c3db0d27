import CORSVocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Header lines on the command line: `Name: value`, where the value, or the whole line, may be `@FILE` or `env:NAME`.
enum HeaderOption {
    /// Reads a line.
    ///
    /// What stands in it may be a secret, so no error repeats it.
    ///
    /// - Throws: `UsageError` if it is no header line, or the file or the variable is not there.
    static func line(_ text: String, of option: String) throws -> HeaderField {
        let whole = try resolve(text, of: option)
        let parts = whole.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = FieldName(String(parts[0])) else {
            throw UsageError(
                "\(option) takes a header line, such as \(option) 'Authorization: env:TOKEN'",
                help: Command.run.helpLine)
        }
        let value = try resolve(trimmed(String(parts[1])), of: option)
        guard !value.utf8.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) else {
            throw UsageError("the value of \(name.text) in \(option) has a line break or a NUL, which cannot be sent")
        }
        return HeaderField(name, FieldValue(value))
    }

    /// Returns what a text stands for: a file's first line, a variable's value, or itself.
    private static func resolve(_ text: String, of option: String) throws -> String {
        if text.hasPrefix("@") {
            let bytes = try InputFile.read(String(text.dropFirst()), what: "the file of \(option)")
            return trimmed(String(decoding: bytes, as: UTF8.self))
        }
        guard text.hasPrefix("env:") else { return text }
        let name = String(text.dropFirst(4))
        guard let value = ProcessInfo.processInfo.environment[name] else {
            throw UsageError("the environment variable \(name) of \(option) is not set")
        }
        return trimmed(value)
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.unicodeScalars.first, first.properties.isWhitespace {
            rest = Substring(rest.unicodeScalars.dropFirst())
        }
        while let last = rest.unicodeScalars.last, last.properties.isWhitespace {
            rest = Substring(rest.unicodeScalars.dropLast())
        }
        return String(rest)
    }
}
