import CORSPolicy
import CORSVocabulary
import Testing

@Suite("What a policy means")
struct PolicyMeaningTests {
    private let list = Policy(
        allowOrigins: ["https://app.example.com", "https://admin.example.org:8443", "http://localhost:5173"],
        allowMethods: ["GET", "PUT", "PATCH"], allowHeaders: ["X-Api-Key", "Accept"], allowCredentials: true)

    @Test(arguments: [
        ("suffix", "https://app.example.com.corspec-evil.example", true),
        ("prefix", "https://evilapp.example.com", true),
        ("unescaped-dot", "https://appxexample.com", true),
        ("scheme", "http://app.example.com", true),
        ("port-added", "https://app.example.com:8081", true),
        ("port", "https://admin.example.org:9443", true),
        ("port-dropped", "https://admin.example.org", true),
        ("deeper", "https://www.app.example.com", true),
        ("higher", "https://example.com", true),
        ("null", "null", true),
        ("twin", "http://127.0.0.1:5173", true),
        ("trailing-dot", "https://app.example.com.", true),
        ("unrelated", "https://corspec-a.example", true),
        ("upper-case", "https://APP.EXAMPLE.COM", false),
        ("user-info", "https://app.example.com@corspec-evil.example", false),
        ("path", "https://app.example.com/path", false),
        ("default-port", "https://app.example.com:443", false),
        ("path-suffix", "https://corspec-evil.example/.app.example.com", false),
    ])
    func `Each family has its near miss`(family: String, origin: String, isSendable: Bool) throws {
        let meaning = try PolicyMeaning(list)
        let miss = try #require(meaning.nearMisses.first { $0.family == family && $0.origin == Origin(origin) })
        #expect(miss.isSendable == isSendable)
    }

    @Test
    func `No near miss is granted, and names are unique`() throws {
        let regex = Policy(allowOriginRegex: #"https://.*\.example\.com"#)
        for policy in [list, regex] {
            let meaning = try PolicyMeaning(policy)
            #expect(Set(meaning.nearMisses.map(\.name)).count == meaning.nearMisses.count)
            #expect(Set(meaning.nearMisses.map(\.origin)).count == meaning.nearMisses.count)
            for miss in meaning.nearMisses { #expect(try !meaning.grants(miss.origin), "\(miss.origin.text)") }
        }
    }

    @Test(arguments: [
        #"https://.*\.example\.com"#, #"https://[a-z0-9-]+\.example\.com"#,
        #"https?://(app|admin)\.example\.com(:\d+)?"#,
        #"https://(?:[a-z]+\.)*example\.com"#, #"http://localhost:\d{4}"#, #"https://pr-[0-9]+--site\.netlify\.app"#,
        #"^https://(?<name>\w+)\.example\.com$"#,
    ])
    func `Granted origins are made from the pattern`(pattern: String) throws {
        let meaning = try PolicyMeaning(Policy(allowOriginRegex: pattern))
        #expect(!meaning.granted.isEmpty)
        for origin in meaning.granted { #expect(try meaning.grants(origin.origin)) }
        #expect(Set(meaning.granted.map(\.name)).count == meaning.granted.count)
    }

    @Test(arguments: [("*", true), ("https://a.example", false)])
    func `Any-origin is the list of one star`(origin: String, isAny: Bool) throws {
        #expect(try PolicyMeaning(Policy(allowOrigins: [origin])).isAnyOrigin == isAny)
    }

    @Test(arguments: [(".*", true), ("https?://.*", true), (#"https://.*\.example"#, false)])
    func `A pattern is any-origin if it matches invented origins`(pattern: String, isAny: Bool) throws {
        let meaning = try PolicyMeaning(Policy(allowOriginRegex: pattern, allowCredentials: true))
        #expect(meaning.isAnyOrigin == isAny)
        #expect(meaning.isTrap == isAny)
        #expect(meaning.granted.isEmpty == isAny)
    }

    @Test
    func `A pattern matches the whole origin`() throws {
        let meaning = try PolicyMeaning(Policy(allowOriginRegex: #"https://app\.example\.com"#))
        #expect(try meaning.grants(Origin("https://app.example.com")))
        #expect(try !meaning.grants(Origin("https://app.example.com.evil.example")))
        #expect(try !meaning.grants(Origin("xhttps://app.example.com")))
    }

    @Test
    func `Listed origins are compared byte for byte`() throws {
        let meaning = try PolicyMeaning(Policy(allowOrigins: ["https://xn--caf-dma.example"]))
        #expect(try !meaning.grants(Origin("https://caf\u{E9}.example")))
    }

    @Test
    func `Null is granted if it is listed`() throws {
        #expect(try PolicyMeaning(Policy(allowOrigins: ["null"])).grants(.null))
        #expect(try !PolicyMeaning(list).grants(.null))
        #expect(try PolicyMeaning(Policy(allowOrigins: ["*"])).grants(.null))
    }

    @Test
    func `Methods and headers fall into classes`() throws {
        let meaning = try PolicyMeaning(list)
        #expect(meaning.simpleMethods.first == .get)
        #expect(meaning.unsafeListedMethods == [.put, .patch])
        #expect(meaning.unlistedMethods.contains(.delete))
        #expect(meaning.unlistedMethods.contains("patch"))
        #expect(!meaning.unlistedMethods.contains("put"))
        #expect(meaning.listedHeaders == ["X-Api-Key"])
        #expect(!meaning.unlistedHeaders.contains("X-Api-Key"))
    }
}

@Suite("Origin patterns")
struct OriginPatternTests {
    @Test(.timeLimit(.minutes(15)))
    func `A pattern that is too slow is reported and not waited for`() throws {
        let pattern = try OriginPattern.compile(#"https://(a+)+\.example\.com"#)
        let origin = Origin("https://" + String(repeating: "a", count: 40) + ".example.net")
        let start = ContinuousClock.now
        #expect(throws: OriginPattern.Failure.self) { try pattern.matches(origin) }
        #expect(ContinuousClock.now - start < .seconds(5))
        // Once too slow, it is never tried again.
        #expect(throws: OriginPattern.Failure.self) { try pattern.matches(Origin("https://a.example.com")) }
    }

    @Test
    func `Origins over 512 bytes are not matched`() throws {
        let pattern = try OriginPattern.compile("https://a*")
        #expect(try pattern.matches(Origin("https://" + String(repeating: "a", count: 504))))
        #expect(try !pattern.matches(Origin("https://" + String(repeating: "a", count: 505))))
    }
}
