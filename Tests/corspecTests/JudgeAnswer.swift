import Foundation

/// A line that `corspec judge` writes.
struct JudgeAnswer: Decodable {
    struct Preflight: Decodable {
        var headers: [[String]]
    }

    struct EngineAnswer: Decodable {
        var engine: String
        var `class`: String
        var preflight: Bool
        var outcome: String
        var exposed: [String]
    }

    enum ID: Decodable, Hashable {
        case string(String)
        case number(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            self =
                try (try? container.decode(String.self)).map { .string($0) } ?? .number(container.decode(Double.self))
        }
    }

    enum CodingKeys: String, CodingKey {
        case id
        case preflight
        case preflightRequest = "preflight_request"
        case outcome
        case reason
        case section
        case exposed
        case console
        case consoleFirefox = "console_firefox"
        case engines
        case error
    }

    var id: ID?
    var preflight: Bool?
    var preflightRequest: Preflight?
    var outcome: String?
    var reason: String?
    var section: String?
    var exposed: [String]?
    var console: String?
    var consoleFirefox: String?
    var engines: [EngineAnswer]?
    var error: String?

    /// Reads the answers, in order.
    static func read(_ output: String) throws -> [JudgeAnswer] {
        try output.split(separator: "\n").map { try JSONDecoder().decode(JudgeAnswer.self, from: Data($0.utf8)) }
    }
}
