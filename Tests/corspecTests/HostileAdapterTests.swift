import Foundation
import Testing

@Suite("Hostile adapters", .timeLimit(.minutes(15)))
struct HostileAdapterTests {
    /// A command, and what is said of it.
    struct Hostility: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let command: String
        let says: [String]
        /// How long an answer is waited for, in seconds.
        let timeout: String

        init(_ name: String, _ command: String, _ says: String..., timeout: String = "60") {
            testDescription = name
            self.command = command
            self.says = says
            self.timeout = timeout
        }
    }

    private static let greet = #"read -r line; echo '{"name": "sh", "version": "1"}'"#
    private static let serve = greet + #"; read -r line; echo '{"ready": true}'"#

    static let hostilities = [
        Hostility("is not there", "/nonexistent/adapter", "the shell found no such command", "not found"),
        Hostility("ends at once", "exit 0", "it ended with code 0 before it answered"),
        Hostility("ends at once, with words", "echo no luck >&2; exit 3", "code 3", "its last words: no luck"),
        Hostility("is killed", "kill -9 $$", "it was killed by signal 9"),
        Hostility("answers HTML", "read -r line; echo '<!DOCTYPE html>'", "not the protocol's: \"<!DOCTYPE html>\""),
        Hostility("prints what drives a terminal", #"read -r line; printf '\033[2J\n'"#, #""\x1B[2J""#),
        Hostility("speaks before it is asked", "echo Listening; sleep 1000", "\"Listening\""),
        Hostility("floods its output", "yes", "nobody asked for"),
        Hostility("prints 1 GB on a line", "head -c 1000000000 /dev/zero; sleep 1000", "it printed a line"),
        Hostility("prints 1 GB of errors", "head -c 1000000000 /dev/zero >&2; exit 1", "it ended with code 1"),
        Hostility("says nothing", "cat > /dev/null", "no answer within 0.5 s", timeout: "0.5"),
        Hostility(
            "ignores every signal", "trap '' TERM INT HUP; sleep 1000 & sleep 1000", "no answer within 0.5 s",
            timeout: "0.5"),
        Hostility("says no version", #"read -r line; echo '{"name": "sh"}'"#, "\"version\", which is required"),
        Hostility(
            "cannot what is unknown", #"read -r line; echo '{"name": "sh", "version": "1", "cannot": ["regx"]}'"#,
            "did you mean \"regex\"?"),
        Hostility(
            "greets twice",
            #"read -r line; printf '{"name": "sh", "version": "1"}\n{"ready": true}\n'; sleep 1000"#,
            "nobody asked for"),
        Hostility(
            "closes its input",
            greet.replacing("; echo", with: "; exec <&-; echo") + "; sleep 1000", "it closed its standard input"),
        Hostility("closes its output", greet + "; exec >&-; sleep 1000", "it closed its standard output"),
        Hostility("ends midway", greet + "; exit 4", "it ended with code 4"),
        Hostility(
            "answers with an error", greet + #"; while read -r line; do echo '{"error": "no luck"}'; done"#,
            "the adapter says: no luck"),
        Hostility(
            "answers another question", serve + #"; while read -r line; do echo '{"ready": true}'; done"#,
            "it answers a request with \"ready\""),
        Hostility(
            "answers a request twice",
            serve + #"; while read -r line; do printf '{"error": "a"}\n{"error": "b"}\n'; done"#, "nobody asked for"),
        Hostility(
            "has no status", serve + #"; while read -r line; do echo '{"response": {"headers": []}}'; done"#,
            "\"status\", which is required"),
        Hostility(
            "has characters that are no bytes",
            serve + #"; while read -r line; do echo '{"response": {"status": 200, "headers": [["A", "€"]]}}'; done"#,
            "one character a byte"),
    ]

    @Test(arguments: hostilities)
    func `It is bounded and named, every row is there, and nothing is left behind`(hostility: Hostility) throws {
        let scratch = try ScratchFolder()
        let groups = try scratch.file("groups")
        let arguments = [
            "--adapter", "echo $$ >> '\(groups.path)'; \(hostility.command)", "--policy", "list", "--only",
            "origin/granted@*", "--timeout", hostility.timeout, "--jobs", "2",
        ]
        let (process, report) = try ReportFile.of(arguments, environment: [:])
        #expect(process.code == 3)
        #expect(report.results.count == 3)
        for row in report.results {
            #expect(row.status == "error")
            for text in hostility.says { #expect(row.reason?.contains(text) == true, "\(row.reason ?? "")") }
        }
        #expect(process.peakMemory < 200 * 1024 * 1024)
        let started = try String(contentsOf: groups, encoding: .utf8).split(separator: "\n").compactMap { Int32($0) }
        #expect(!started.isEmpty)
        for group in started { #expect(ProgramTools.running(group: group).isEmpty) }
    }

    @Test
    func `What fails is said with what to try`() throws {
        let run = try CorspecProcess.run(["--adapter", "echo it's", "--policy", "list", "--only", "origin/granted@*"])
        #expect(run.code == 3)
        #expect(run.errors.contains(#"try: corspec adapter --check 'echo it'\''s'"#), "\(run.errors)")
    }

    @Test
    func `One that dies now and then is started again, and loses no other row`() throws {
        let die = "n=0; while read -r line; do n=$((n+1)); if [ $n = 5 ]; then exit 7; fi; "
        let answer = #"case $line in *'"request"'*) echo '{"response": {"status": 200, "headers": []}}';; "#
        let others = #"*'"policy"'*) echo '{"ready": true}';; *) echo '{"name": "sh", "version": "1"}';; esac; done"#
        let (process, report) = try ReportFile.of([
            "--adapter", die + answer + others, "--policy", "list", "--only", "origin/near-miss@*", "--jobs", "1",
        ])
        #expect(process.code == 3)
        let errors = report.results.filter { $0.status == "error" }
        #expect(!errors.isEmpty && errors.count * 2 < report.results.count)
        #expect(errors.allSatisfy { $0.reason?.contains("it ended with code 7") == true })
    }
}
