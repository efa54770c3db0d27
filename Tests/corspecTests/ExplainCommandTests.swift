import Foundation
import Testing

@Suite("corspec explain")
struct ExplainCommandTests {
    private static let trap = """
        $ curl -i -H 'Origin: https://app.example.com' -b session=hunter2 https://api.example.com/me
        HTTP/1.1 200 OK
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Credentials: true

        {"name": "Ada"}
        """

    private static func explain(_ arguments: [String], input: String? = nil) throws -> CorspecProcess {
        let scratch = try ScratchFolder()
        let file = try scratch.file("input.txt", input ?? "")
        return try CorspecProcess.run(["explain"] + arguments, folder: scratch.url, input: file)
    }

    @Test
    func `A transcript on standard input is explained`() throws {
        let process = try Self.explain([], input: Self.trap)
        #expect(process.code == 0)
        #expect(process.errors.isEmpty)
        #expect(process.output.hasPrefix("BLOCKED   The answer grants *, which no credentialed fetch accepts.\n"))
        #expect(process.output.contains("\ncause     allow_credentials stands together with any-origin: "))
        #expect(process.output.hasSuffix("nothing but a browser enforces CORS.\n"))
        #expect(!process.output.contains("hunter2"))
        #expect(!process.output.contains("\u{1B}"))
    }

    @Test(arguments: [["--file", "input.txt"], ["--file=-"]])
    func `A file is read as standard input is`(arguments: [String]) throws {
        #expect(try Self.explain(arguments, input: Self.trap).output == Self.explain([], input: Self.trap).output)
    }

    @Test
    func `Options say what the page does`() throws {
        let process = try Self.explain(
            [
                "--origin", "https://app.example.com", "--method", "PUT", "--header", "X-A: 1", "--credentials",
                "include", "--url", "https://api.example.com/x", "--color", "always",
            ], input: "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n\n")
        #expect(process.code == 0)
        #expect(process.output.hasPrefix("\u{1B}[31mBLOCKED\u{1B}[0m   The answer grants *"))
        #expect(process.output.contains("-H 'Access-Control-Request-Headers: x-a' https://api.example.com/x\n"))
    }

    @Test(arguments: [
        (["origin/near-miss@suffix"], "list:origin/near-miss@suffix\n"),
        (["origin/granted", "--policy", "regex"], "regex:origin/granted@"),
        (["list:order/preflight"], "list:order/preflight@app.example.com\n"),
    ])
    func `A case is explained`(arguments: [String], begin: String) throws {
        let process = try Self.explain(arguments)
        #expect(process.code == 0)
        #expect(process.errors.isEmpty)
        #expect(process.output.hasPrefix(begin))
        #expect(process.output.contains("\nwrong     An answer that "))
    }

    @Test
    func `A case of one's own file is explained`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("ours.json", SampleFiles.suite())
        let process = try CorspecProcess.run(
            ["explain", "api/case-0", "--suite", "ours.json"], folder: scratch.url)
        #expect(process.code == 0, "\(process.errors)")
        #expect(process.output.contains("\nwhy       It is ours.\n"))
    }

    @Test
    func `A HAR file is explained`() throws {
        let entry = """
            {"request": {"method": "GET", "url": "https://api.example.com/x",
             "headers": [{"name": "Origin", "value": "https://app.example.com"}]},
             "response": {"status": 200, "headers": []}}
            """
        let process = try Self.explain(["--har", "input.txt"], input: #"{"log": {"entries": [\#(entry)]}}"#)
        #expect(process.code == 0)
        #expect(process.output.hasPrefix("1 entry: 1 cross-origin fetch judged (0 readable, 1 blocked).\n\nBLOCKED "))
    }

    @Test(arguments: [
        ([], "hello", "standard input:1:1: error: a status line of curl -i or curl -v"),
        ([], "HTTP/1.1 200 OK\n\n", "the page's origin is not known"),
        (["--file", "nothing.txt"], "", "the transcript \"nothing.txt\" does not exist"),
        (["--har", "input.txt"], "{]", "input.txt:1:2: error: "),
        (["--har", "input.txt", "--file", "x"], "", "--file and --har are both given"),
        (["--origin", "https://app.example.com/"], "", "--origin https://app.example.com/ is no origin as browsers"),
        (["--credentials", "incude"], "", "did you mean \"include\"?"),
        (["--method", "P T"], "", "--method P T is no method"), (["--url", "x"], "", "--url x is no address"),
        (["--header", "secret"], "", "--header takes a header line"),
        (["origin/near-mis"], "", "there is no case \"origin/near-mis\"; nearest: origin/near-miss"),
        (["trap/preflight", "--policy", "list"], "", "does not apply to the policy list; it needs: trap"),
        (["origin/granted", "--file", "x"], "", "--file is for transcripts, not for the case \"origin/granted\""),
        (["--policy", "list"], "", "--policy is for cases; give an id"),
        (["a", "b"], "", "\"explain\" takes one id, not 2"),
    ])
    func `Bad input is named, and the exit code is 2`(arguments: [String], input: String, error: String) throws {
        let process = try Self.explain(arguments, input: input)
        #expect(process.code == 2)
        #expect(process.output.isEmpty)
        #expect(process.errors.contains(error), "\(process.errors)")
        #expect(!process.errors.contains("secret"))
    }

    @Test
    func `Input that is too long is refused`() throws {
        let process = try CorspecProcess.run(["explain", "--file", "/dev/zero"])
        #expect(process.code == 2)
        #expect(process.errors == "corspec: the transcript \"/dev/zero\" is too large: at most 16 MiB are read\n")
    }
}
