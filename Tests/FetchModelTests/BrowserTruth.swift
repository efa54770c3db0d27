import CORSVocabulary
import FetchModel
import Foundation
import Testing

/// An exchange as Chromium and Firefox carried it out.
struct BrowserTruth: Decodable, Sendable {
    /// What one of them did, or both.
    struct Observed: Decodable, Sendable {
        var preflight: Bool?
        var outcome: String?
        var exposed: [String]?
        /// Of the first preflight.
        var preflightHeaders: [String: String]?
        var console: String?
    }

    var id: String
    var request: ExchangeRow.Request
    var preflightResponse: ExchangeRow.Response?
    var response: ExchangeRow.Response?
    var redirects: [ExchangeRow.Redirect]?
    /// What both did, where they did the same.
    var browsers: Observed?
    var chromium: Observed?
    var firefox: Observed?
    /// What the standard says, where a browser leaves it.
    var standard: Observed?
    var divergence: [String]?

    var exchange: Exchange {
        get throws {
            Exchange(
                request: try request.value, preflightResponse: preflightResponse?.value, response: response?.value,
                redirects: (redirects ?? []).map(\.value))
        }
    }

    /// What an engine did: what both did, unless it is told of by itself.
    func observed(_ engine: Engine) throws -> Observed {
        let own = engine == .chromium ? chromium : firefox
        return try #require(own?.outcome == nil ? browsers : own)
    }

    /// The line that an engine's console showed.
    func console(_ engine: Engine) -> String? { (engine == .chromium ? chromium : firefox)?.console }

    /// The categories in which the exchanges were recorded.
    static let categories: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: Tables.url("browser-truth").path)
        return (names ?? []).filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
    }()

    static func load(_ category: String) throws -> [BrowserTruth] {
        try Tables.lines("browser-truth/\(category).jsonl", BrowserTruth.self)
    }

    static func divergent() throws -> [BrowserTruth] { try Tables.lines("browser-divergent.jsonl", BrowserTruth.self) }
}

extension BrowserTruth.Observed {
    /// What is compared of a verdict, as text that a failure can show.
    var text: String { "\(preflight == true) \(outcome ?? "") \(exposed ?? [])" }
}

extension Verdict {
    /// What is compared of a verdict, as text that a failure can show.
    var text: String { "\(hasPreflight) \(outcomeName) \(exposed.map(\.lowercased))" }
}

extension Judgement {
    /// The header lines of the first preflight, by name.
    var preflightLines: [String: String]? {
        preflightRequest.map { request in
            Dictionary(request.headers.fields.map { ($0.name.text, $0.value.text) }) { first, _ in first }
        }
    }
}
