import Foundation
import Testing

/// The matrices, as they lie beside the tests.
struct Matrix: Decodable, Sendable {
    struct Lines: Decodable, Sendable, CustomTestStringConvertible {
        var lines: [String]
        var readable: Bool?
        var visible: Bool?
        var testDescription: String { "\(lines)" }
    }

    struct Value: Decodable, Sendable, CustomTestStringConvertible {
        var value: String
        var preflight: Bool
        var testDescription: String { String(reflecting: String(value.prefix(40))) }
    }

    struct Named: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var value: String
        var testDescription: String { "\(name): \(String(reflecting: String(value.prefix(40))))" }
    }

    struct Star: Decodable, Sendable, CustomTestStringConvertible {
        var credentials: String
        var allowMethods: String
        var allowHeaders: String
        var method: String
        var header: String?
        var readable: Bool
        var testDescription: String {
            "\(credentials) \(method) \(header ?? "") under \(allowMethods) and \(allowHeaders)"
        }
    }

    struct Redirect: Decodable, Sendable, CustomTestStringConvertible {
        var first: String
        var second: String
        var firstGrant: String?
        var secondGrant: String?
        /// The origin that the second address is sent, or nil if the fetch is blocked.
        var origin: String?
        var testDescription: String {
            "\(first) granting \(firstGrant ?? "nothing") to \(second) granting \(secondGrant ?? "nothing")"
        }
    }

    var allowOrigin: [Lines]
    var allowCredentials: [String]
    var exposeHeaders: [Lines]
    var contentType: [Value]
    var range: [Value]
    var notSafelisted: [Named]
    var preflightStar: [Star]
    var redirectOrigin: [Redirect]

    enum CodingKeys: String, CodingKey {
        case allowOrigin = "allow-origin"
        case allowCredentials = "allow-credentials"
        case exposeHeaders = "expose-headers"
        case contentType = "content-type"
        case range
        case notSafelisted = "not-safelisted"
        case preflightStar = "preflight-star"
        case redirectOrigin = "redirect-origin"
    }

    static func load() throws -> Matrix { try Tables.decoder.decode(Matrix.self, from: Tables.data("wpt.json")) }
}
