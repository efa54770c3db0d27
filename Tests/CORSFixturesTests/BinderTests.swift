import CORSFixtures
import CORSPolicy
import Testing

@Suite("Binding cases to policies")
struct BinderTests {
    private let policy = Policy(
        allowOrigins: ["https://a.example", "https://b.example:8443"], allowMethods: ["GET", "PUT", "DELETE"],
        allowHeaders: ["X-One", "Content-Type"], allowCredentials: true, exposeHeaders: ["X-Two"])

    private func rows(_ text: String, _ policy: Policy) throws -> [BoundRow] {
        let file = """
            {"corspec": 1, "title": "t", "why": "w", "sections": ["concept-cors-check"], "cases": [
              {"id": "a/b", "title": "t", \(text)}
            ]}
            """
        let suite = try #require(SuiteReader.read([("f.json", Array(file.utf8))]).suite)
        let binder = Binder(meaning: try PolicyMeaning(policy), targetOrigin: "https://api.example")
        return binder.bind(CaseTemplate(suite.files[0].cases[0]), of: suite.files[0])
    }

    @Test
    func `A case without placeholders is one row with the case's id`() throws {
        let rows = try rows(#""fetch": {"origin": "null", "method": "GET"}, "expect": {"outcome": "blocked"}"#, policy)
        #expect(rows.map(\.fixture.id) == ["a/b"])
    }

    @Test
    func `Each value makes a row; of several placeholders each value meets the first of the others`() throws {
        let rows = try rows(
            #""fetch": {"origin": "{each-granted}", "method": "{each-unsafe-method}"}, "expect": {"outcome": "readable"}"#,
            policy)
        #expect(
            rows.map(\.fixture.id) == [
                "a/b@a.example+put", "a/b@a.example+delete", "a/b@b.example-8443+put",
            ])
    }

    @Test
    func `A credentialed fetch runs with and without a cookie`() throws {
        let rows = try rows(
            #""fetch": {"origin": "{granted}", "credentials": "include"}, "expect": {"outcome": "readable"}"#, policy)
        #expect(rows.map(\.fixture.id) == ["a/b", "a/b@cookie"])
    }

    @Test(arguments: [
        (#""needs": ["no-credentials"], "#, 0), (#""needs": ["credentials", "several-origins"], "#, 1),
        (#""needs": ["any-origin"], "#, 0), (#""needs": ["regex"], "#, 0), ("", 1),
    ])
    func `A case applies where its needs are met`(needs: String, count: Int) throws {
        let rows = try rows(needs + #""fetch": {"origin": "{granted}"}, "expect": {"outcome": "readable"}"#, policy)
        #expect(rows.count == count)
    }

    @Test
    func `Only cases for the trap are bound to one`() throws {
        let trap = Policy(allowOrigins: ["*"], allowCredentials: true)
        let fetch = #""fetch": {"origin": "https://x.example", "method": "GET"}, "expect": {"outcome": "blocked"}"#
        #expect(try rows(fetch, trap).isEmpty)
        #expect(try rows(#""needs": ["trap"], "# + fetch, trap).count == 1)
    }

    @Test
    func `A placeholder without a value makes no row`() throws {
        let single = Policy(allowOrigins: ["https://a.example"])
        let fetch = #""fetch": {"origin": "{second-granted}"}, "expect": {"outcome": "readable"}"#
        #expect(try rows(fetch, single).isEmpty)
    }

    @Test
    func `A preflight is made due by what the policy lists, or the row is skipped`() throws {
        let fetch = #""fetch": {"origin": "{granted}", "preflighted": true}, "expect": {"outcome": "readable"}"#
        guard case .fetch(let first) = try #require(rows(fetch, policy).first).fixture.steps[0].action else { return }
        #expect(first.method == "PUT")
        let headersOnly = Policy(allowOrigins: ["https://a.example"], allowHeaders: ["X-One"])
        guard case .fetch(let second) = try #require(rows(fetch, headersOnly).first).fixture.steps[0].action else {
            return
        }
        #expect(second.method == "GET")
        #expect(second.headers.map(\.name) == ["X-One"])
        let neither = try #require(rows(fetch, Policy(allowOrigins: ["https://a.example"])).first)
        #expect(neither.skipReason == "the policy lists no method or header that makes a preflight due")
    }

    @Test
    func `A bound case is literal, its rows unique`() throws {
        let suite = try #require(BundledFixtures.suite().suite)
        for policy in BundledFixtures.policies().policies {
            let binder = Binder(meaning: try PolicyMeaning(policy.policy), targetOrigin: "https://api.example")
            let rows = suite.files.flatMap { file in file.cases.flatMap { binder.bind(CaseTemplate($0), of: file) } }
            #expect(Set(rows.map(\.fixture.id)).count == rows.count, "\(policy.name)")
        }
    }
}
