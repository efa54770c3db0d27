import Foundation
import Testing

/// Tables that lie beside the tests.
enum Tables {
    static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    static func url(_ name: String) throws -> URL {
        try #require(Bundle.module.resourceURL).appending(path: "Tables/\(name)")
    }

    static func data(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

    static func rows(_ group: String) throws -> [ExchangeRow] {
        try decoder.decode([ExchangeRow].self, from: data("fetch-\(group).json"))
    }

    /// Reads a table with a row a line.
    static func lines<Row: Decodable>(_ name: String, _ type: Row.Type) throws -> [Row] {
        try data(name).split(separator: UInt8(ascii: "\n")).map { try decoder.decode(type, from: $0) }
    }
}
