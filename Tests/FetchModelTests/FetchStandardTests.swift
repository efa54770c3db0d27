import CORSVocabulary
import FetchModel
import Foundation
import Testing

@Suite("Boundary rows of the Fetch Standard")
struct FetchStandardTests {
    @Test(arguments: try Tables.rows("a"))
    func `The CORS check compares bytes`(row: ExchangeRow) throws { try check(row) }

    @Test(arguments: try Tables.rows("b"))
    func `Credentials need a grant of their own`(row: ExchangeRow) throws { try check(row) }

    @Test(arguments: try Tables.rows("c"))
    func `A preflight is due for what is not safelisted`(row: ExchangeRow) throws { try check(row) }

    @Test(arguments: try Tables.rows("d"))
    func `A preflight passes if its lists do`(row: ExchangeRow) throws { try check(row) }

    @Test(arguments: try Tables.rows("e"))
    func `Scripts see what is safelisted or exposed`(row: ExchangeRow) throws { try check(row) }

    @Test
    func `Every row is tested or excluded for a reason`() throws {
        struct Excluded: Decodable {
            struct Row: Decodable {
                var row: Int
                var reason: String
            }
            var fetch: [Row]
        }
        let excluded = try Tables.decoder.decode(Excluded.self, from: Tables.data("excluded.json")).fetch
        let tested = try ["a", "b", "c", "d", "e"].flatMap { try Tables.rows($0) }.map(\.row)
        #expect((tested + excluded.map(\.row)).sorted() == Array(1...264))
        #expect(excluded.allSatisfy { !$0.reason.isEmpty })
    }

    private func check(_ row: ExchangeRow, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let request = try row.request.value
        let preflight = Browser.preflightRequest(for: request)
        #expect((preflight == nil ? 0 : 1) == row.preflights, sourceLocation: sourceLocation)
        if let asked = row.requestedHeaders {
            #expect(
                preflight?.headers.first("Access-Control-Request-Headers")?.text == asked,
                sourceLocation: sourceLocation)
        }
        let verdict = try Browser.judge(
            request, preflightResponse: row.preflightResponse?.value, response: row.response?.value)
        #expect((verdict.isReadable ? "readable" : "blocked") == row.outcome, sourceLocation: sourceLocation)
        if let exposed = row.exposed {
            #expect(verdict.exposed.map(\.lowercased) == exposed, sourceLocation: sourceLocation)
        }
    }
}
