import CORSPolicy
import CORSVocabulary
import StrictJSON
import Testing

@Suite("Environments of a policy")
struct EnvironmentTests {
    /// Reads a policy's members.
    private func read(
        _ members: String, environment: String? = nil
    ) -> (policy: NamedPolicy?, messages: [String]) {
        let diagnostics = Diagnostics(file: "p.json")
        let policy = PolicyReader.read(
            Array("{\(members)}".utf8), name: "shop", environment: environment, into: diagnostics)
        return (policy, diagnostics.all.map(\.description))
    }

    private static let two = """
        "allow_methods": ["GET", "PUT"], "allow_credentials": true, "retired": ["https://old.example.com"],
        "environments": {
          "production": {"allow_origins": ["https://app.example.com"], "allow_methods": ["GET"]},
          "development": {"allow_origins": ["http://localhost:5173"]}}
        """

    @Test
    func `An environment's settings take the place of the common ones`() throws {
        let named = try #require(read(Self.two, environment: "production").policy)
        #expect(named.name == "shop-production" && named.environment == "production")
        #expect(named.policy.allowOrigins == ["https://app.example.com"])
        #expect(named.policy.allowMethods == ["GET"])
        #expect(named.policy.allowCredentials)
        #expect(named.policy.stated == [.allowOrigins, .allowMethods, .allowCredentials])
    }

    @Test
    func `What other environments grant, and what is retired, are near misses with names that say so`() throws {
        let policy = try #require(read(Self.two, environment: "production").policy?.policy)
        let misses = try PolicyMeaning(policy).nearMisses.filter { ["environment", "retired"].contains($0.family) }
        #expect(misses.map(\.name) == ["development-localhost-5173", "retired-old.example.com"])
        #expect(misses.map(\.origin.text) == ["http://localhost:5173", "https://old.example.com"])
        let areSendable = misses.map(\.isSendable)
        #expect(areSendable == [true, true])
    }

    @Test
    func `What the chosen environment grants too is no near miss`() throws {
        let text = """
            "environments": {
              "a": {"allow_origins": ["https://app.example.com"], "allow_origin_regex": "http://localhost:[0-9]+"},
              "b": {"allow_origins": ["http://localhost:5173", "https://app.example.com"]},
              "c": {"allow_origins": ["*"]}}
            """
        let first = try #require(read(text, environment: "a").policy?.policy)
        let families = try PolicyMeaning(first).nearMisses.map(\.family)
        #expect(!families.contains("environment"))
        let second = try #require(read(text, environment: "b").policy?.policy)
        let misses = try PolicyMeaning(second).nearMisses.filter { $0.family == "environment" }
        let homes = Set(misses.map { $0.name.prefix { $0 != "-" } })
        #expect(homes == ["a"])
    }

    @Test
    func `A name's capitals and underscores are none of a row's id`() throws {
        let text = """
            "environments": {"A_B": {"allow_origins": ["https://a.example"]}, "c": {"allow_origins": ["https://c.example"]}}
            """
        let policy = try #require(read(text, environment: "c").policy?.policy)
        let names = try PolicyMeaning(policy).nearMisses.map(\.name)
        #expect(names.contains("a-b-a.example"))
    }

    @Test
    func `The only environment need not be chosen`() throws {
        let read = read(#""environments": {"live": {"allow_origins": ["https://a.example"]}}"#)
        #expect(read.policy?.name == "shop-live")
    }

    @Test(arguments: [
        (nil, "the policy has several environments; choose one with --environment: production, development"),
        (
            "prduction",
            "there is no environment \"prduction\"; accepted: production, development; did you mean \"production\"?"
        ),
    ])
    func `The names are told where one is missing or wrong`(environment: String?, words: String) throws {
        let read = read(Self.two, environment: environment)
        #expect(read.policy == nil)
        #expect(read.messages == ["p.json:2:17: error: \(words)"])
    }

    @Test(arguments: [
        (
            #""environments": {"a": {"allow_origin": []}}"#,
            "p.json:1:25: error: unknown member \"allow_origin\" in the environment \"a\""
        ),
        (
            #""environments": {"a": {"allow_origins": ["https://a.example/"]}}"#,
            "p.json:1:43: error: \"https://a.example/\" in \"allow_origins\" can never match"
        ),
        (#""environments": {"a b": {}}"#, "p.json:1:19: error: \"a b\" is no name of an environment"),
        (#""environments": {}"#, "p.json:1:18: error: \"environments\" names none"),
        (#""environments": []"#, "p.json:1:18: error: \"environments\" must be an object, not a list"),
        (#""environments": {"a": {}, "a": {}}"#, "duplicate member \"a\""),
        (
            #""retired": ["https://OLD.example"]"#,
            "p.json:1:14: error: \"https://OLD.example\" in \"retired\" can never"
        ),
        (
            #""environments": {"a": {"environments": {}}}"#,
            "unknown member \"environments\" in the environment \"a\""
        ),
    ])
    func `An error is told with its place`(members: String, words: String) {
        let read = read(members)
        #expect(read.policy == nil)
        #expect(read.messages.contains { $0.contains(words) }, "\(read.messages)")
    }

    @Test
    func `What is wrong with common settings is told once`() {
        let read = read(#""allow_methods": ["get"], "environments": {"a": {}, "b": {}}"#, environment: "a")
        #expect(read.messages.count == 1)
    }

    @Test
    func `A retired origin that is granted is warned of`() {
        let read = read(#""allow_origins": ["https://a.example"], "retired": ["https://a.example"]"#)
        #expect(read.policy != nil)
        #expect(
            read.messages == ["p.json:1:54: warning: \"https://a.example\" in \"retired\" is granted by the policy"])
    }

    @Test
    func `Null as a pattern takes the common one away`() throws {
        let text = """
            "allow_origin_regex": "https://.*\\\\.example\\\\.com",
            "environments": {"a": {"allow_origins": ["https://a.example"], "allow_origin_regex": null}}
            """
        let named = try #require(read(text).policy)
        #expect(named.policy.allowOriginRegex == nil)
    }
}
