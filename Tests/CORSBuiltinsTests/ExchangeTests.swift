import CORSBuiltins
import CORSPolicy
import CORSVocabulary
import Testing

@Suite("What builtins change")
struct ExchangeTests {
    static let exchanges: [Exchange] =
        Exchange.originFaults + Exchange.credentialFaults + Exchange.orderFaults + Exchange.cacheFaults
        + Exchange.preflightFaults + Exchange.headerFaults + Exchange.preflightAnswers + Exchange.methodFaults
        + Exchange.requestHeaderFaults + Exchange.maxAgeFaults + Exchange.malformedGrantFaults
        + Exchange.authenticationFaults + Exchange.routeFaults + Exchange.errorFaults + Exchange.exposureFaults
        + Exchange.varyFaults + Exchange.stateFaults + Exchange.correctPreflights + Exchange.correctLists
        + Exchange.correctAnswers + Exchange.correctDifferences

    @Test(arguments: exchanges)
    func `A builtin answers as it says, and not as the reference`(exchange: Exchange) async throws {
        let builtin = try #require(Builtin.named(exchange.builtin))
        let answer = try await exchange.answer(of: builtin.adapter)
        #expect(answer == exchange.answer)
        #expect(try await exchange.answer(of: ReferencePolicy()) != answer)
    }

    @Test
    func `Every builtin but the reference has its exchange, and none has two`() {
        // The race shows only where requests come at once.
        let names = Builtin.all.filter { $0.kind != .reference && $0.name != "faulty/race" }.map(\.name)
        #expect(Self.exchanges.map(\.builtin).sorted() == names.sorted())
    }

    @Test
    func `The race gives an answer to the wrong origin, and only where requests come at once`() async throws {
        let application = try await #require(Builtin.named("faulty/race")).adapter.makeApplication(for: .list)
        let origins = Policy.list.allowOrigins.map { FieldValue($0) }
        for origin in origins {
            let response = try await application.respond(to: .fetch(origin))
            #expect(response.headers.first("Access-Control-Allow-Origin") == origin)
        }
        let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
            for origin in origins + origins {
                group.addTask {
                    let response = try await application.respond(to: .fetch(origin))
                    return response.headers.first("Access-Control-Allow-Origin") != origin
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wrong > 0)
    }

    @Test(arguments: [
        Exchange(
            "faulty/localhost-twins", .list, .fetch("https://127.0.0.1:3000"), answer: ["200", "Vary: Origin"]),
        Exchange(
            "faulty/state-leak", .list, .fetch("https://evil.example"), answer: ["200", "Vary: Origin"]),
        Exchange(
            "faulty/suffix-not-anchored", .list, .fetch("http://app.example.com"), answer: ["200", "Vary: Origin"]),
        Exchange(
            "faulty/prefix-not-anchored", .list, .fetch("http://app.example.com"), answer: ["200", "Vary: Origin"]),
        Exchange(
            "faulty/scheme-ignored", .list, .fetch("http://app.example.com:81"), answer: ["200", "Vary: Origin"]),
        Exchange(
            "faulty/port-ignored", .list, .fetch("http://app.example.com:81"), answer: ["200", "Vary: Origin"]),
        Exchange(
            "correct/refused-forbidden", .list, .fetch("https://api.example.net", method: .post),
            answer: ["200", "Vary: Origin"]),
    ])
    func `A builtin changes nothing else`(exchange: Exchange) async throws {
        let builtin = try #require(Builtin.named(exchange.builtin))
        #expect(try await exchange.answer(of: builtin.adapter) == exchange.answer)
        #expect(try await exchange.answer(of: ReferencePolicy()) == exchange.answer)
    }
}
