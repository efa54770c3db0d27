import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import ChildProcess
import Foundation
import LoopbackServer

/// `corspec run --url` beside curl, and beside itself, against a server of this process.
enum OverHTTP {
    private static let rounds = 7

    /// The executable beside this one.
    static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "corspec")

    /// Measures and prints both ratios.
    static func measure() async throws {
        guard let policy = BundledFixtures.policies().policies.first(where: { $0.name == "list" }) else {
            throw BenchmarkError(message: "no policy list")
        }
        let application = try await ReferencePolicy().makeApplication(for: policy.policy)
        try measureBesideCurl(application)
        try measureJobs(application)
    }

    /// The very requests of a run, one after the other over one connection, by corspec and by curl.
    private static func measureBesideCurl(_ application: any CORSApplication) throws {
        let server = try LoopbackServer(application)
        defer { server.stop() }
        _ = try corspec(server, jobs: 1)
        let requests = server.log
        let config = FileManager.default.temporaryDirectory.appending(path: "corspec-\(server.port).curl")
        try Data(curlConfig(requests.map(\.request), server: server).utf8).write(to: config)
        defer { try? FileManager.default.removeItem(at: config) }
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<rounds {
            ours.append(try corspec(server, jobs: 1).milliseconds)
            let before = server.connections
            let curl = try ChildProcess(URL(filePath: "/usr/bin/curl"), ["-s", "-K", config.path]).wait()
            guard curl.code == 0, server.connections == before + 1 else {
                throw BenchmarkError(message: "curl ended with \(curl.code)")
            }
            theirs.append(curl.milliseconds)
        }
        report("--jobs 1 beside curl -K, \(requests.count) requests", ours, theirs, "at most 1.30")
    }

    /// Eight jobs beside one, against a server that takes its time.
    private static func measureJobs(_ application: any CORSApplication) throws {
        let server = try LoopbackServer(application, after: .milliseconds(20))
        defer { server.stop() }
        let only = ["--only", "origin/*"]
        let one = try corspec(server, jobs: 1, only).milliseconds
        let eight = try corspec(server, jobs: 8, only).milliseconds
        report("--jobs 8 beside --jobs 1, answers after 20 ms", [eight], [one], "at most 0.20")
    }

    private static func corspec(
        _ server: LoopbackServer, jobs: Int, _ more: [String] = []
    ) throws -> ChildProcess.Result {
        let run = try ChildProcess(
            program,
            ["--url", "\(server.origin)/open", "--policy", "list", "--jobs", String(jobs), "--strict"] + more
        ).wait()
        guard run.code == 0 else { throw BenchmarkError(message: "corspec ended with \(run.code)") }
        return run
    }

    /// Writes requests as curl reads them.
    private static func curlConfig(_ requests: [HTTPRequest], server: LoopbackServer) -> String {
        requests.map { request in
            var lines = ["url = \(quoted(server.origin + request.path))", "output = \"/dev/null\""]
            switch request.method {
            case .get: break
            case .head: lines.append("head")
            default: lines.append("request = \(quoted(request.method.text))")
            }
            for field in request.headers.fields {
                lines.append("header = \(quoted("\(field.name.text): \(field.value.text)"))")
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\nnext\n")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing(#"\"#, with: #"\\"#).replacing(#"""#, with: #"\""#) + "\""
    }

    private static func report(_ what: String, _ ours: [Double], _ theirs: [Double], _ asked: String) {
        func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
        let ratio = (median(ours) / median(theirs) * 100).rounded() / 100
        print("\(what): \(Int(median(ours))) ms to \(Int(median(theirs))) ms, ratio \(ratio) (asked: \(asked))")
    }
}
