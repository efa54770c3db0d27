import Foundation
import Testing

@Suite("Bad command lines")
struct BadCommandLineTests {
    /// A command line that cannot be carried out, and what is said of it.
    struct Line: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var message: String
        var help: String?
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: String, _ message: String, _ help: String? = nil) {
            self.arguments = arguments.split(separator: " ").map(String.init)
            self.message = message
            self.help = help
        }
    }

    private static let runHelp = "Type \"corspec help run\" for its options."

    @Test(arguments: [
        Line("rnu", "unknown command \"rnu\"; did you mean \"run\"?", "Type \"corspec help\" for the commands."),
        Line("--frmat json", "unknown option --frmat; did you mean \"--format\"?", runHelp),
        Line("run --frmat=json", "unknown option --frmat; did you mean \"--format\"?", runHelp),
        Line("-x", "unknown option -x", runHelp),
        Line("run origin/granted", "\"run\" takes no argument \"origin/granted\"; name cases with --only", runHelp),
        Line("--format", "--format needs a value: --format FORMAT", runHelp),
        Line("--format --strict", "--format needs a value: --format FORMAT", runHelp),
        Line("--only=", "--only needs a value: --only GLOB", runHelp),
        Line("--strict=yes", "--strict takes no value", runHelp),
        Line("--format text --format json", "--format is given twice", runHelp),
        Line(
            "--format jsn", "unknown format \"jsn\"; accepted: text, json, junit, markdown; did you mean \"json\"?",
            runHelp),
        Line("--color sometimes", "unknown colour choice \"sometimes\"; accepted: auto, always, never", runHelp),
        Line("--report json", "--report takes FORMAT=FILE, such as json=report.json, not \"json\"", runHelp),
        Line("--report jsn=x", "unknown format \"jsn\"", runHelp),
        Line("--report text=a --report json=a", "two reports cannot go into one file \"a\"", runHelp),
        Line("--report json=/", "\"/\" is a folder; name a file to write"),
        Line("--report json=/none-such/x", "\"/none-such/x\" cannot be written: the folder \"/none-such/\" does"),
        Line("--jobs 0", "--jobs takes a whole number from 1 to 256, not \"0\"", runHelp),
        Line("--jobs many", "--jobs takes a whole number from 1 to 256, not \"many\"", runHelp),
        Line("--builtin refrence", "unknown builtin \"refrence\"; did you mean \"reference\"?"),
        Line("--builtin no-cors-layer", "unknown builtin \"no-cors-layer\"; did you mean \"faulty/no-cors-layer\"?"),
        Line(
            "--policy lst", "\"lst\" is neither a bundled policy nor a file; did you mean \"list\"?",
            "Type \"corspec list policies\" for the bundled ones."),
        Line("--policy /", "the policy \"/\" is a folder; name a file"),
        Line("--policy none-such.json", "the policy \"none-such.json\" does not exist"),
        Line("--policy /dev/zero", "the policy \"/dev/zero\" is too large: at most 16 MiB are read"),
        Line("--policy list --policy list", "two policies are named \"list\"; rename one of the files"),
        Line("--suite none-such.json", "the fixture file \"none-such.json\" does not exist"),
        Line(
            "--only origin/grantd", "\"origin/grantd\" matches no row; nearest: origin/granted",
            "Type \"corspec list cases\" for the ids."),
        Line("--except zzzz", "\"zzzz\" matches no row"),
        Line("--policy list --except *", "--except leaves no row to run"),
        Line("--dry-run --format json", "--dry-run runs nothing, so there is no report: leave --format away", runHelp),
        Line(
            "--fail-fast --write-baseline b.json", "--fail-fast ends a run early, and --write-baseline needs", runHelp),
        Line("--dry-run --write-baseline b.json", "--dry-run runs nothing, so there is nothing for", runHelp),
        Line("--baseline none-such.json", "the baseline \"none-such.json\" does not exist"),
        Line("--failed none-such.json", "the report \"none-such.json\" does not exist"),
        Line("--config none-such.json", "the configuration \"none-such.json\" does not exist"),
        Line("list nothing", "\"list\" does not know \"nothing\"; accepted: cases, policies, builtins, clauses"),
        Line("list cases policies", "\"list\" does not know \"policies\""),
        Line("list builtins --suite x", "--suite applies to cases and clauses, not to builtins"),
        Line("export", "\"export\" needs a policy: corspec export --policy FILE"),
        Line("export list", "\"export\" takes no argument \"list\""),
        Line("export --policy list --output /", "\"/\" is a folder; name a file to write"),
        Line("help exit-code", "there is no help on \"exit-code\""),
        Line("help run list", "\"help\" takes one name, not 2"),
        Line("help --bogus", "unknown option --bogus"),
    ])
    func `It is said on standard error, with what to type, and the exit code is 2`(line: Line) throws {
        let process = try CorspecProcess.run(line.arguments)
        #expect(process.code == 2)
        #expect(process.output.isEmpty)
        #expect(process.errors.hasPrefix("corspec: \(line.message)"))
        if let help = line.help { #expect(process.errors.hasSuffix("\n\(help)\n")) }
    }

    @Test
    func `Everything wrong in policies and fixtures is said at once, with its place`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("p.json", "{\n  \"allow_orgins\": [],\n  \"max_age\": \"x\"\n}")
        _ = try scratch.file("s.json", "{\"corspec\": 1, \"title\": \"x\", \"cases\": []}")
        let process = try CorspecProcess.run(["--policy", "p.json", "--suite", "s.json"], folder: scratch.url)
        #expect(process.code == 2)
        #expect(process.output.isEmpty)
        #expect(process.errors.contains("p.json:2:3: error: unknown member \"allow_orgins\""))
        #expect(process.errors.contains("did you mean \"allow_origins\"?"))
        #expect(process.errors.contains("p.json:3:14: error: "))
        #expect(process.errors.contains("s.json:1:1: error: "))
        #expect(process.errors.hasSuffix("errors in the files above; nothing was run\n"))
    }

    @Test
    func `A file over the bound is not read`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("big.json", String(repeating: " ", count: 16 * 1024 * 1024 + 1))
        let process = try CorspecProcess.run(["--suite", "big.json"], folder: scratch.url)
        #expect(process.code == 2)
        #expect(process.errors.contains("\"big.json\" is too large: at most 16 MiB are read"))
    }

    @Test
    func `A folder without fixtures is an error`() throws {
        let scratch = try ScratchFolder()
        let process = try CorspecProcess.run(["--suite", "."], folder: scratch.url)
        #expect(process.code == 2)
        #expect(process.errors == "corspec: the folder \".\" holds no .json file\n")
    }

    @Test
    func `A policy beside fixtures that carry their own is an error`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("s.json", SampleFiles.suite())
        let process = try CorspecProcess.run(["--suite", "s.json", "--policy", "list"], folder: scratch.url)
        #expect(process.code == 2)
        #expect(process.errors.contains("--policy does not apply to them"))
    }
}
