import FetchModel
import Foundation
import Testing

@testable import corspec

@Suite("corspec judge")
struct JudgeCommandTests {
    private static let good = """
        {"id":"1","request":{"origin":"https://a.example","url":"https://b.example/x","method":"PUT",\
        "headers":[["X-A","1"]],"credentials":"omit"},"preflight_response":{"status":204,\
        "headers":[["Access-Control-Allow-Origin","*"]]},"response":{"status":200,"headers":[]}}
        """

    @Test
    func `An answer says what the browser does, and why`() throws {
        let process = try JudgeProcess.run(Self.good + "\n")
        #expect(process.code == 0)
        #expect(process.errors.isEmpty)
        #expect(
            process.output == """
                {"id": "1", "preflight": true, "preflight_request": {"headers": [["Origin", "https://a.example"], \
                ["Access-Control-Request-Method", "PUT"], ["Access-Control-Request-Headers", "x-a"]]}, \
                "outcome": "blocked", "reason": "method-not-allowed", "section": "cors-preflight-fetch-0", \
                "exposed": [], "console": "Access to fetch at 'https://b.example/x' from origin 'https://a.example' \
                has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in \
                preflight response.", "console_firefox": "Cross-Origin Request Blocked: The Same Origin Policy \
                disallows reading the remote resource at https://b.example/x. (Reason: Did not find method in CORS \
                header ‘Access-Control-Allow-Methods’)."}

                """)
    }

    @Test
    func `What shipped engines do otherwise is said`() throws {
        let line = """
            {"id":7,"request":{"origin":"https://a.example","url":"https://b.example/x",\
            "headers":[["Authorization","x"]]},"preflight_response":{"status":204,"headers":\
            [["Access-Control-Allow-Origin","*"],["Access-Control-Allow-Headers","*"]]},\
            "response":{"status":200,"headers":[["Access-Control-Allow-Origin","*"],["Content-Type","text/plain"]]}}
            """
        let answer = try #require(try JudgeAnswer.read(JudgeProcess.run(line).output).first)
        #expect(answer.id == .number(7))
        #expect(answer.outcome == "blocked")
        #expect(answer.reason == "header-not-allowed")
        #expect(answer.console == nil)
        #expect(answer.consoleFirefox?.hasPrefix("Cross-Origin Request Warning: ") == true)
        #expect(answer.engines?.map(\.engine) == ["chromium", "firefox"])
        for engine in answer.engines ?? [] {
            #expect(engine.class == "BOTH-AUTHORIZATION-UNDER-WILDCARD")
            #expect(engine.preflight)
            #expect(engine.outcome == "readable")
            #expect(engine.exposed == ["content-type"])
        }
    }

    @Test
    func `Recorded exchanges are taken as they are, and answered in order`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "FetchModelTests/Tables/browser-truth")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var text = ""
        for name in names { text += try String(contentsOf: folder.appending(path: name), encoding: .utf8) }
        let process = try JudgeProcess.run(text)
        #expect(process.code == 0)
        let answers = try JudgeAnswer.read(process.output)
        let lines = text.split(separator: "\n")
        #expect(answers.count == 2065 && lines.count == 2065)
        for (line, answer) in zip(lines, answers) {
            let recorded = try JSONDecoder().decode(Recorded.self, from: Data(line.utf8))
            #expect(answer.id == .string(recorded.id))
            guard let browsers = recorded.browsers ?? recorded.firefox else { continue }
            #expect(answer.preflight == browsers.preflight, "\(recorded.id)")
            #expect(answer.outcome == browsers.outcome, "\(recorded.id)")
            #expect(answer.exposed == browsers.exposed, "\(recorded.id)")
            #expect(answer.console == recorded.chromium?.console, "\(recorded.id)")
            #expect(answer.consoleFirefox == recorded.firefox?.console, "\(recorded.id)")
            #expect(answer.engines == nil, "\(recorded.id)")
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func `Whoever writes one line and waits gets its answer`() throws {
        let judge = try JudgeProcess()
        for id in 0..<20 {
            try judge.write(Self.good.replacing("\"id\":\"1\"", with: "\"id\":\"\(id)\"") + "\n")
            #expect(try judge.readLine().hasPrefix("{\"id\": \"\(id)\", "))
        }
        // Half a line waits for its other half, what stands before it does not.
        try judge.write(Self.good + "\n" + Self.good.prefix(40))
        #expect(try judge.readLine().hasPrefix("{\"id\": \"1\", "))
        try judge.write(Self.good.dropFirst(40) + "\n")
        #expect(try judge.readLine().hasPrefix("{\"id\": \"1\", "))
        #expect(try judge.end() == 0)
    }

    @Test
    func `The help, the schema and the model name the same reasons and classes`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/schema/judge.schema.json")
        let schema = try String(contentsOf: file, encoding: .utf8)
        let help = try CorspecProcess.run(["help", "judge"]).output
        for reason in Verdict.reasons {
            #expect(help.split { $0 == " " || $0 == "\n" }.contains(Substring(reason)))
            #expect(schema.contains("\"\(reason)\","))
        }
        for deviation in Deviation.allCases { #expect(schema.contains("\"\(deviation.name)\"")) }
    }

    private struct Recorded: Decodable {
        struct Observed: Decodable {
            var preflight: Bool?
            var outcome: String?
            var exposed: [String]?
            var console: String?
        }

        var id: String
        var browsers: Observed?
        var chromium: Observed?
        var firefox: Observed?
    }
}
