import CORSVocabulary
import Foundation
import LoopbackServer
import Testing

@Suite("Diagnosis before judgement", .timeLimit(.minutes(15)))
struct DiagnosisTests {
    /// A server that nothing can be judged by, and what is said of it.
    struct Diagnosis: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: Answer
        let says: [String]

        init(_ name: String, _ answer: Answer, _ says: String...) {
            testDescription = name
            self.answer = answer
            self.says = says
        }
    }

    private static func status(_ status: Int, _ lines: String = "") -> Answer {
        Answer("HTTP/1.1 \(status) Status\r\n\(lines)Content-Length: 0\r\n\r\n")
    }

    static let diagnoses = [
        Diagnosis(
            "not HTTP", Answer("\u{15}\u{3}\u{1}\0\u{2}\u{2}F").closing, "is not HTTP", "--url https://127.0.0.1"),
        Diagnosis("no answer", Answer([.stall]), "no answer within 0.3 seconds", "--timeout"),
        Diagnosis("closed", Answer([.close]), "closed before there was an answer"),
        Diagnosis("missing", status(404), "status 404", "a path that exists"),
        Diagnosis("method", status(405), "status 405", "--route 'open=/path POST'"),
        Diagnosis("login", status(302, "Location: /login\r\n"), "status 302, to /login", "point --url"),
        Diagnosis("unauthorized", status(401), "status 401", "--header"),
        Diagnosis("too many", status(429), "status 429", "--rate"),
        Diagnosis("failing", status(503), "status 503", "its log"),
    ]

    /// Runs corspec; every row must be in the report, in error.
    private func diagnose(_ url: String, _ options: [String] = []) async throws -> CorspecProcess {
        let scratch = try ScratchFolder()
        let run = try await CorspecProcess.serving(
            [
                "--url", url, "--allow-origin", "https://app.example.com", "--report",
                "json=report.json", "--report", "junit=report.xml",
            ] + options, folder: scratch.url)
        #expect(run.code == 3, "\(run.errors)")
        let report = try Report(scratch.url.appending(path: "report.json"))
        #expect(report.summary.selected == report.results.count && !report.results.isEmpty)
        #expect(report.results.allSatisfy { $0.status == "error" && $0.reason != nil })
        #expect(FileManager.default.fileExists(atPath: scratch.url.appending(path: "report.xml").path))
        return run
    }

    @Test(arguments: diagnoses)
    func `A server that cannot be judged is diagnosed, with what to type next`(diagnosis: Diagnosis) async throws {
        let server = try LoopbackServer { _ in diagnosis.answer }
        defer { server.stop() }
        let isSilent = diagnosis.says.contains("--timeout")
        let run = try await diagnose(server.origin + "/open", isSilent ? ["--timeout", "0.3"] : [])
        for text in diagnosis.says { #expect(run.errors.contains(text), "\(run.errors)") }
        // One request, and one more where the connection broke: nothing else was asked.
        #expect(server.log.count <= 2)
    }

    @Test
    func `A port where nothing listens is named`() async throws {
        let server = try LoopbackServer { _ in Answer([.close]) }
        let origin = server.origin
        server.stop()
        let run = try await diagnose(origin)
        #expect(run.errors.contains("nothing listens on 127.0.0.1:") && run.errors.contains("start the server"))
    }

    @Test
    func `A host without an address is named`() async throws {
        let run = try await diagnose("http://corspec-nowhere.invalid/")
        #expect(run.errors.contains("the host \"corspec-nowhere.invalid\" is not known"))
        #expect(run.errors.contains("--resolve corspec-nowhere.invalid:80:"))
    }

    @Test
    func `TLS that is none is named`() async throws {
        let server = try LoopbackServer { _ in Self.status(200) }
        defer { server.stop() }
        let origin = server.origin.replacing("http:", with: "https:")
        let run = try await diagnose(origin + "/open", ["--timeout", "0.3"])
        #expect(run.errors.contains("no encrypted connection to 127.0.0.1:\(server.port) came about"))
        #expect(run.errors.contains("write --url \(server.origin)/open"))
    }

    @Test
    func `A host is found where --resolve says`() async throws {
        let server = try LoopbackServer { _ in Self.status(404) }
        defer { server.stop() }
        let port = server.port
        let run = try await diagnose(
            "http://api.corspec.invalid:\(port)/open", ["--resolve", "api.corspec.invalid:\(port):127.0.0.1"])
        #expect(run.errors.contains("status 404"))
        #expect(server.log.first?.request.headers.first("Host")?.text == "api.corspec.invalid:\(port)")
    }
}
