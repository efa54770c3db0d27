import CORSVocabulary
import FetchModel
import Foundation
import Testing

/// One row of a table: an exchange, and what a browser does with it.
struct ExchangeRow: Decodable, Sendable, CustomTestStringConvertible {
    struct Request: Decodable, Sendable {
        var origin: String
        var url: String
        var method: String
        var headers: [[String]]
        var credentials: String
        var useCorsPreflight: Bool?
        var impliedContentType: String?

        var value: FetchRequest {
            get throws {
                var lines = headers
                if let type = impliedContentType, !lines.contains(where: { $0[0].lowercased() == "content-type" }) {
                    lines.append(["Content-Type", type])
                }
                return FetchRequest(
                    origin: Origin(origin), url: url, method: try #require(Method(method)), headers: headerList(lines),
                    credentials: try #require(CredentialsMode(rawValue: credentials)),
                    usesCORSPreflight: useCorsPreflight ?? false)
            }
        }
    }

    struct Response: Decodable, Sendable {
        var status: Int
        var headers: [[String]]

        var value: HTTPResponse { HTTPResponse(status: status, headers: headerList(headers)) }
    }

    var row: Int
    var request: Request
    var preflightResponse: Response?
    var response: Response?
    var preflights: Int
    var outcome: String
    var exposed: [String]?
    var requestedHeaders: String?

    var testDescription: String { "row \(row)" }
}

/// Makes a header list of pairs, one character a byte.
func headerList(_ pairs: [[String]]) -> HeaderList {
    HeaderList(pairs.map { HeaderField(FieldName(unchecked: Latin1.bytes($0[0]) ?? []), FieldValue($0[1])) })
}

/// Tables that lie beside the tests.
enum Tables {
    static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: try #require(Bundle.module.resourceURL).appending(path: "Tables/\(name)"))
    }

    static func rows(_ group: String) throws -> [ExchangeRow] {
        try Tables.decoder.decode([ExchangeRow].self, from: data("fetch-\(group).json"))
    }
}
