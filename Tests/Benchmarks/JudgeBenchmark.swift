import CORSVocabulary
import FetchModel
import Foundation

/// Measures the judge alone, on one core, over recorded exchanges without redirects that were read beforehand.
enum JudgeBenchmark {
    /// One exchange, as it lies in a line.
    private struct Line: Decodable {
        struct Request: Decodable {
            var origin: String
            var url: String
            var method: String
            var headers: [[String]]
            var credentials: String
        }

        struct Response: Decodable {
            var status: Int
            var headers: [[String]]

            var value: HTTPResponse { HTTPResponse(status: status, headers: list(headers)) }
        }

        struct Redirect: Decodable {}

        enum CodingKeys: String, CodingKey {
            case request
            case preflightResponse = "preflight_response"
            case response
            case redirects
        }

        var request: Request
        var preflightResponse: Response?
        var response: Response?
        var redirects: [Redirect]?
    }

    /// What a request is made of, before the judge takes it.
    private struct Parts {
        var origin: Origin
        var url: String
        var method: Method
        var headers: HeaderList
        var credentials: CredentialsMode
        var preflightResponse: HTTPResponse?
        var response: HTTPResponse?

        var exchange: Exchange {
            Exchange(
                request: FetchRequest(
                    origin: origin, url: url, method: method, headers: headers, credentials: credentials),
                preflightResponse: preflightResponse, response: response)
        }
    }

    /// Runs the benchmark over the files of a folder, or one file.
    static func run(_ path: String) throws {
        let parts = try read(path)
        let exchanges = parts.map(\.exchange)
        let judged = best(exchanges.count) {
            exchanges.count { (try? Browser.judge($0))?.verdict.isReadable == true }
        }
        let made = best(parts.count) {
            parts.count { (try? Browser.judge($0.exchange))?.verdict.isReadable == true }
        }
        print("judge alone, one core: \(judged.rate) verdicts a second (best of 5; \(exchanges.count) exchanges)")
        print("the same, the requests made anew each time: \(made.rate) verdicts a second")
        if judged.readable != made.readable { throw BenchmarkError(message: "the verdicts differ") }
    }

    /// Runs a body over and over; what it counts is kept, so that it is carried out.
    private static func best(_ count: Int, _ body: () -> Int) -> (rate: Int, readable: Int) {
        var best = 0.0
        var readable = 0
        let repetitions = max(1, 200_000 / max(1, count))
        for _ in 0..<5 {
            let start = ContinuousClock.now
            for _ in 0..<repetitions { readable += body() }
            let duration = ContinuousClock.now - start
            best = max(best, Double(count * repetitions) / (duration / .seconds(1)))
        }
        return (Int(best), readable)
    }

    private static func read(_ path: String) throws -> [Parts] {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let files = isFolder.boolValue ? try FileManager.default.contentsOfDirectory(atPath: path).sorted() : [""]
        let decoder = JSONDecoder()
        return try files.flatMap { file in
            try Data(contentsOf: URL(filePath: path).appending(path: file)).split(separator: UInt8(ascii: "\n"))
                .compactMap { bytes in parts(try decoder.decode(Line.self, from: bytes)) }
        }
    }

    private static func parts(_ line: Line) -> Parts? {
        guard (line.redirects ?? []).isEmpty, let method = Method(line.request.method),
            let credentials = CredentialsMode(rawValue: line.request.credentials)
        else { return nil }
        return Parts(
            origin: Origin(line.request.origin), url: line.request.url, method: method,
            headers: list(line.request.headers), credentials: credentials,
            preflightResponse: line.preflightResponse?.value, response: line.response?.value)
    }

    private static func list(_ pairs: [[String]]) -> HeaderList {
        HeaderList(pairs.map { HeaderField(FieldName(unchecked: Latin1.bytes($0[0]) ?? []), FieldValue($0[1])) })
    }
}
