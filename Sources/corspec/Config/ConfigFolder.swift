import CORSFixtures

/// The folder of a configuration file, from which the paths in it go out.
struct ConfigFolder {
    private let folder: String

    /// Makes the folder of a file.
    init(of file: String) { folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }

    /// Returns an option's value with the path in it made one that goes out from here, if it is a path at all.
    func resolve(_ value: String, of option: OptionSpec) -> String {
        switch option.value {
        case "FILE", "REPORT.json": path(value)
        case "[NAME=]REPORT.json": value.contains("=") ? after("=", value, path) : path(value)
        case "PATH": value == "bundled" ? value : path(value)
        case "FILE|NAME": isName(value) ? value : path(value)
        case "FORMAT=FILE": after("=", value, path)
        case "LINE": value.hasPrefix("@") ? file(value) : after(":", value, file)
        default: value
        }
    }

    private func path(_ text: String) -> String { text.hasPrefix("/") ? text : folder + text }

    /// Says whether a policy is named rather than a file.
    private func isName(_ text: String) -> Bool {
        BundledFixtures.policyNames.contains(text) || !(text.contains("/") || text.hasSuffix(".json"))
    }

    /// Returns a value with the path after `@` made one that goes out from here.
    private func file(_ text: String) -> String {
        guard let sign = text.firstIndex(of: "@"), text[..<sign].allSatisfy(\.isWhitespace) else { return text }
        return text[...sign] + path(String(text[text.index(after: sign)...]))
    }

    private func after(_ mark: Character, _ text: String, _ change: (String) -> String) -> String {
        guard let index = text.firstIndex(of: mark) else { return text }
        return text[...index] + change(String(text[text.index(after: index)...]))
    }
}
