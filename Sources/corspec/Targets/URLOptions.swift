import CORSFixtures
import CORSPolicy
import CORSReports
import CORSRunner
import CORSTransports
import CORSVocabulary

/// The options of a server at a URL.
struct URLOptions {
    static let all: [OptionSpec] = [
        OptionSpec(
            name: "--header", value: "LINE", repeats: true,
            help: "a header line for every request but preflights; its value may be @FILE or env:NAME"),
        OptionSpec(
            name: "--preflight-header", value: "LINE", repeats: true, help: "a header line for every preflight"),
        OptionSpec(name: "--user-agent", value: "TEXT", help: "the User-Agent; corspec/VERSION unless given"),
        OptionSpec(name: "--allow-writes", help: "send POST, PUT, PATCH and DELETE too, not their preflights alone"),
        OptionSpec(name: "--no-cache-bust", help: "add no query parameter to addresses"),
        OptionSpec(name: "--timeout", value: "SECONDS", help: "how long an answer is waited for; 10 unless given"),
        OptionSpec(name: "--rate", value: "N", help: "send at most so many requests a second"),
        OptionSpec(name: "--insecure", help: "do not check the server's certificate"),
        OptionSpec(name: "--cacert", value: "FILE", help: "trust the certificates in this PEM file"),
        OptionSpec(name: "--cert", value: "FILE", help: "the client's certificate, PEM"),
        OptionSpec(name: "--key", value: "FILE", help: "the key of the client's certificate, PEM"),
        OptionSpec(
            name: "--resolve", value: "HOST:PORT:ADDR", repeats: true, help: "connect to ADDR for this host and port"),
        OptionSpec(name: "--unix-socket", value: "PATH", help: "connect to a Unix socket in place of the host"),
        OptionSpec(name: "--proxy", value: "URL", help: "go through a proxy; the environment's is never used"),
        OptionSpec(name: "--http1.1", help: "do not offer HTTP/2"),
        OptionSpec(name: "--http2", help: "speak HTTP/2 at once, also without TLS"),
    ]

    /// The names of the options.
    static var names: [String] { all.map(\.name) }

    /// Refuses the options beside a target that they say nothing to.
    ///
    /// - Parameters:
    ///   - parsed: The arguments.
    ///   - target: The option that names the target.
    ///   - accepted: Those that do say something to it.
    /// - Throws: `UsageError` if one is there.
    static func refuse(_ parsed: ParsedArguments, with target: String, but accepted: [String]) throws {
        guard let option = names.first(where: { parsed.has($0) && !accepted.contains($0) }) else { return }
        throw UsageError(
            parsed.has(target)
                ? "\(option) does not apply to \(target)" : "\(option) applies to a server at a URL: give --url",
            help: Command.run.helpLine)
    }

    private let url: TargetURL
    private let parsed: ParsedArguments

    /// Reads the URL.
    ///
    /// - Throws: `UsageError` if it is none.
    init(url text: String, parsed: ParsedArguments) throws {
        do {
            url = try TargetURL(text)
        } catch {
            throw UsageError("--url: \(error)", help: Command.run.helpLine)
        }
        self.parsed = parsed
    }

    /// Makes the target and its terms.
    ///
    /// - Throws: `UsageError` if an option's value is wrong.
    func chosen() throws -> ChosenTarget {
        let dressing = try Self.dressing(parsed)
        var server = LiveServer(url)
        server.settings = try Self.settings(parsed)
        server.rate = try Self.rate(parsed)
        server.routes = try RouteOption.places(parsed)
        server.authentication = try parsed.value("--auth").map { try HeaderOption.line($0, of: "--auth") }
        server.headers = dressing.headers
        server.preflightHeaders = dressing.preflightHeaders
        server.userAgent = dressing.userAgent
        server.allowsWrites = parsed.has("--allow-writes")
        server.hasOwnAddresses = dressing.nonce != nil
        let (target, terms) = server.prepared()
        return ChosenTarget(target: target, terms: terms, secrets: Secrets(server.secrets))
    }
}

// MARK: - What is said of requests and connections

extension URLOptions {
    /// What every request carries.
    ///
    /// - Throws: `UsageError` if an option's value is wrong.
    static func dressing(_ parsed: ParsedArguments) throws -> RequestDressing {
        func lines(_ option: String) throws -> [HeaderField] {
            try parsed.all(option).map { try HeaderOption.line($0, of: option) }
        }
        return RequestDressing(
            userAgent: parsed.value("--user-agent") ?? "corspec/\(CorspecVersion.current)",
            headers: try lines("--header"), preflightHeaders: try lines("--preflight-header"),
            nonce: parsed.has("--no-cache-bust") ? nil : RequestDressing.freshNonce)
    }

    /// Requests a second, at most; any number if nil.
    ///
    /// - Throws: `UsageError` if the value is wrong.
    static func rate(_ parsed: ParsedArguments) throws -> Double? {
        try number("--rate", from: 0.01, to: 100_000, parsed)
    }

    /// The duration that an option says in seconds, or nil if it is not there.
    ///
    /// - Throws: `UsageError` if the value is wrong.
    static func seconds(_ option: String, _ parsed: ParsedArguments) throws -> Duration? {
        try number(option, from: 0.001, to: 3600, parsed).map { .milliseconds(Int($0 * 1000)) }
    }

    /// How connections are made, and how much is waited for.
    ///
    /// - Throws: `UsageError` if an option's value is wrong.
    static func settings(_ parsed: ParsedArguments) throws -> ConnectionSettings {
        var settings = ConnectionSettings()
        if let timeout = try seconds("--timeout", parsed) {
            settings.timeout = timeout
            settings.connectTimeout = timeout
        }
        if parsed.has("--http1.1"), parsed.has("--http2") {
            throw UsageError("--http1.1 and --http2 exclude each other", help: Command.run.helpLine)
        }
        settings.version = parsed.has("--http1.1") ? .http1 : parsed.has("--http2") ? .http2 : .negotiated
        settings.verifiesCertificate = !parsed.has("--insecure")
        settings.caFile = try file("--cacert", parsed)
        settings.certificateFile = try file("--cert", parsed)
        settings.keyFile = try file("--key", parsed)
        settings.unixSocket = try file("--unix-socket", parsed)
        settings.proxy = parsed.value("--proxy")
        settings.resolve = try parsed.all("--resolve").map(resolve)
        return settings
    }

    private static func file(_ option: String, _ parsed: ParsedArguments) throws -> String? {
        guard let path = parsed.value(option) else { return nil }
        guard InputFile.kind(of: path) == .file else {
            throw UsageError("the file \"\(path)\" of \(option) does not exist", help: Command.run.helpLine)
        }
        return path
    }

    private static func number(
        _ option: String, from least: Double, to most: Double, _ parsed: ParsedArguments
    ) throws -> Double? {
        guard let text = parsed.value(option) else { return nil }
        guard let number = Double(text), (least...most).contains(number) else {
            throw UsageError(
                "\(option) takes a number from \(least) to \(most), not \"\(text)\"", help: Command.run.helpLine)
        }
        return number
    }

    /// Checks `HOST:PORT:ADDRESS`; an address of IPv6 may stand in brackets.
    private static func resolve(_ text: String) throws -> String {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, UInt16(parts[1]) != nil, !parts[2].isEmpty else {
            throw UsageError(
                "--resolve takes HOST:PORT:ADDR, such as api.example.com:443:127.0.0.1, not \"\(text)\"",
                help: Command.run.helpLine)
        }
        return text
    }
}
