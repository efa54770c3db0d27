import Testing

@Suite("Bad options of a URL")
struct BadURLOptionsTests {
    /// Arguments, and what is said of them.
    struct Bad: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let says: [String]
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: [String], _ says: String...) {
            self.arguments = arguments
            self.says = says
        }
    }

    private static let url = ["--url", "http://127.0.0.1:9/", "--allow-origin", "https://a.example"]

    static let all = [
        Bad(["--url", "api.example.com"], "no scheme", "http://api.example.com or https://api.example.com"),
        Bad(["--url", "localhost:8000"], "no scheme"),
        Bad(["--url", "ftp://api.example.com"], "\"ftp\"", "http, https"),
        Bad(["--url", "https:///x"], "no host"),
        Bad(["--url", "https://api.example.com/#top"], "fragment", "\"https://api.example.com/\""),
        Bad(["--url", "https://user:hunter2@api.example.com"], "user information", "--header"),
        Bad(["--url", "user:hunter2@api.example.com"], "user information"),
        Bad(["--url", "https://api.example.com/a b"], "percent-encoded"),
        Bad(["--url", "https://caf\u{E9}.example"], "xn--"),
        Bad(["--url", "https://api.example.com:99999"], "no address"),
        Bad(["--url", "https://api.example.com"], "needs a policy", "--policy FILE", "--allow-origin"),
        Bad(["--url", "https://a.example", "--policy", "list", "--policy", "regex"], "one policy"),
        Bad(["--url", "https://a.example", "--allow-method", "PUT"], "states no origin"),
        Bad(["--url", "https://a.example", "--policy", "list", "--allow-origin", "*"], "--policy"),
        Bad(["--url", "https://a.example", "--allow-origin", "https://b.example/"], "no slash at its end"),
        Bad(["--url", "https://a.example", "--allow-origin", "https://b.example", "--max-age", "1m"], "whole number"),
        Bad(["--url", "https://a.example", "--builtin", "reference"], "needs a policy"),
        Bad(["--timeout", "3"], "--timeout applies to a server at a URL"),
        Bad(url + ["--route", "opne=/x"], "did you mean \"open\"?"),
        Bad(url + ["--route", "open"], "NAME=PATH"),
        Bad(url + ["--route", "open=x"], "begins with a slash"),
        Bad(url + ["--route", "open=/x GET;POST"], "no method"),
        Bad(url + ["--route", "open=/x", "--route", "open=/y"], "twice"),
        Bad(url + ["--auth", "hunter2"], "a header line"),
        Bad(url + ["--auth", "Authorization: env:CORSPEC_NOT_SET"], "CORSPEC_NOT_SET", "is not set"),
        Bad(url + ["--header", "@no-such-file"], "does not exist"),
        Bad(url + ["--timeout", "soon"], "takes a number"),
        Bad(url + ["--rate", "0"], "takes a number"),
        Bad(url + ["--cacert", "no-such-file"], "does not exist"),
        Bad(url + ["--resolve", "a.example:127.0.0.1"], "HOST:PORT:ADDR"),
        Bad(url + ["--http1.1", "--http2"], "exclude"),
    ]

    @Test(arguments: all)
    func `What is wrong is said, with what is accepted, and nothing secret is said again`(bad: Bad) throws {
        let run = try CorspecProcess.run(bad.arguments)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        for text in bad.says { #expect(run.errors.contains(text), "\(run.errors)") }
        #expect(!run.errors.contains("hunter2"))
    }
}
