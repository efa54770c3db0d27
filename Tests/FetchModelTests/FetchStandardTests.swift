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

    @Test(arguments: try Tables.rows("f"))
    func `A redirect is checked, and changes the request`(row: ExchangeRow) throws { try check(row) }

    @Test(arguments: try Tables.rows("h"))
    func `What the script or the address forbids is not sent`(row: ExchangeRow) throws { try check(row) }

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
        let exchanges = try ["a", "b", "c", "d", "e", "f", "h"].flatMap { try Tables.rows($0) }.map(\.row)
        let tested = Set(exchanges).union(try PreflightCacheRow.load().map(\.row))
        #expect(tested.isDisjoint(with: excluded.map(\.row)))
        #expect(tested.union(excluded.map(\.row)) == Set(1...353))
        #expect(excluded.allSatisfy { !$0.reason.isEmpty })
    }

    private func check(_ row: ExchangeRow, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let judgement = try Browser.judge(row.exchange)
        let verdict = judgement.verdict
        #expect(judgement.preflightCount == row.preflights, sourceLocation: sourceLocation)
        if let asked = row.requestedHeaders {
            #expect(
                judgement.preflightRequest?.headers.first("Access-Control-Request-Headers")?.text == asked,
                sourceLocation: sourceLocation)
        }
        #expect(verdict.outcomeName == row.outcome, sourceLocation: sourceLocation)
        if let reason = row.reason { #expect(verdict.reason == reason, sourceLocation: sourceLocation) }
        if let exposed = row.exposed {
            #expect(verdict.exposed.map(\.lowercased) == exposed, sourceLocation: sourceLocation)
        }
    }
}
