import CORSExplanation
import CORSVocabulary
import FetchModel

/// What the command line says that a page did.
enum PageArguments {
    static let all: [OptionSpec] = [
        OptionSpec(name: "--origin", value: "ORIGIN", help: "the page's origin, such as https://app.example.com"),
        OptionSpec(
            name: "--credentials", value: "MODE", help: "the fetch's credentials mode: omit, same-origin or include"),
        OptionSpec(name: "--method", value: "METHOD", help: "the method that the page uses"),
        OptionSpec(
            name: "--header", value: "'Name: value'", repeats: true, help: "a header line that the page's script sets"),
        OptionSpec(name: "--url", value: "URL", help: "the address that the page fetches"),
    ]

    /// Returns what the arguments say.
    ///
    /// - Throws: `UsageError` for a value that no page can use.
    static func options(_ parsed: ParsedArguments) throws -> PageOptions {
        let help = Command.explain.helpLine
        let origin = parsed.value("--origin").map { Origin($0) }
        if let origin, !Browser.canSend(origin) {
            throw UsageError(
                "--origin \(origin.text) is no origin as browsers send it: a scheme, a host, a port unless it is the "
                    + "default, nothing behind, in lower case, such as https://app.example.com", help: help)
        }
        if let url = parsed.value("--url"), !Browser.isURL(url) {
            throw UsageError("--url \(url) is no address, such as https://api.example.com/items", help: help)
        }
        let modes = CredentialsMode.allCases.map(\.rawValue)
        let credentials = try parsed.value("--credentials").map { text in
            guard let mode = CredentialsMode(rawValue: text) else {
                throw UsageError(
                    "--credentials does not know \"\(text)\"; accepted: \(modes.joined(separator: ", "))", near: text,
                    in: modes, help: help)
            }
            return mode
        }
        let method = try parsed.value("--method").map { text in
            guard let method = Method(text) else { throw UsageError("--method \(text) is no method", help: help) }
            return method
        }
        return PageOptions(
            origin: origin, url: parsed.value("--url"), method: method,
            headers: try parsed.all("--header").map { try HeaderOption.line($0, of: "--header") },
            credentials: credentials)
    }
}
