import CORSVocabulary
import FetchModel
import Foundation
import Testing

@Suite("What Chromium did")
struct BrowserTruthTests {
    @Test(arguments: try BrowserTruth.load())
    func `The verdict is the browser's`(exchange: BrowserTruth) throws {
        let request = try exchange.request.value
        let verdict = try Browser.judge(
            request, preflightResponse: exchange.preflightResponse?.value, response: exchange.response?.value)
        #expect(verdict.hasPreflight == exchange.chromium.preflight)
        #expect((verdict.isReadable ? "readable" : "blocked") == exchange.chromium.outcome)
        #expect(verdict.exposed.map(\.lowercased) == exchange.chromium.exposed)
    }

    /// Of several refused headers Chromium names one in its header table's order, which only Chromium knows: exchanges
    /// with more than one header to ask for are left out.
    @Test(arguments: try BrowserTruth.load().filter { try $0.chromium.console != nil && !$0.asksForSeveral })
    func `The console's line is the browser's`(exchange: BrowserTruth) throws {
        let request = try exchange.request.value
        let verdict = try Browser.judge(
            request, preflightResponse: exchange.preflightResponse?.value, response: exchange.response?.value)
        let failure = try #require(verdict.failure)
        #expect(ConsoleLine.chromium(failure, request: request) == exchange.chromium.console)
    }
}

/// An exchange as Chromium carried it out.
struct BrowserTruth: Decodable, Sendable, CustomTestStringConvertible {
    struct Observed: Decodable, Sendable {
        var preflight: Bool
        var outcome: String
        var exposed: [String]
        var console: String?
    }

    var id: String
    var request: ExchangeRow.Request
    var preflightResponse: ExchangeRow.Response?
    var response: ExchangeRow.Response?
    var chromium: Observed

    var testDescription: String { id }

    /// Whether the console names one of several headers.
    var asksForSeveral: Bool {
        get throws {
            let isAboutHeader = chromium.console?.contains("Request header field") == true
            return try isAboutHeader && request.value.requestedHeaders.count > 1
        }
    }

    static func load() throws -> [BrowserTruth] {
        try Tables.data("browser-truth.jsonl").split(separator: UInt8(ascii: "\n"))
            .map { try Tables.decoder.decode(BrowserTruth.self, from: $0) }
    }
}
