import FetchModel
import Foundation
import Testing

@Suite("The preflight cache")
struct PreflightCacheTests {
    @Test(arguments: try PreflightCacheRow.load())
    func `A preflight is sent where nothing that is stored serves`(row: PreflightCacheRow) throws {
        var cache = PreflightCache()
        for step in row.steps {
            let request = try step.request.value
            #expect(cache.needsPreflight(request, at: .seconds(step.at)) == step.preflight, "after \(step.at) s")
            if let response = step.preflightResponse?.value, Browser.checkPreflight(response, for: request) == nil {
                cache.store(response, for: request, at: .seconds(step.at))
            }
            if step.fails == true { cache.clear(request) }
        }
    }
}

/// A sequence of fetches of one page.
struct PreflightCacheRow: Decodable, Sendable, CustomTestStringConvertible {
    struct Step: Decodable, Sendable {
        /// Seconds since the first.
        var at: Int
        var request: ExchangeRow.Request
        /// Whether a preflight is sent.
        var preflight: Bool
        var preflightResponse: ExchangeRow.Response?
        /// Whether the fetch ends in a network error.
        var fails: Bool?
    }

    var row: Int
    var steps: [Step]

    var testDescription: String { "row \(row)" }

    static func load() throws -> [PreflightCacheRow] {
        try Tables.decoder.decode([PreflightCacheRow].self, from: Tables.data("fetch-g.json"))
    }
}
