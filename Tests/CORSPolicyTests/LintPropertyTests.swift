import CORSVocabulary
import StrictJSON
import Testing

@testable import CORSPolicy

@Suite("Witnesses against any pattern")
struct LintPropertyTests {
    /// Numbers that are the same in every run.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let pieces: [[String]] = [
        ["https://", "https?://", "http://", ".*://", "(https|http)://", "", "^https:\\/\\/"],
        [
            "", ".*", "[a-z]+", "(.*\\.)?", "(www\\.)?", "[^.]+\\.", ".", "app.", "(app|api)", "\\w+\\.",
            "[a-z0-9-]{2,4}",
        ],
        ["example", "my-site", "a.b", "(one|two)", "shop\\.example", "ex[ae]mple", "x?y"],
        [
            "\\.com", ".com", "\\.co\\.uk", "\\.github\\.io", "(\\.example)?\\.org", "\\.(com|net)", "\\.[a-z]+",
            "[.]dev",
        ],
        ["", "", "$", "(:\\d+)?", ".*", ":[0-9]{4}", "/?", "[^/]*", "|https://other\\.example", "(?!x)"],
    ]

    /// Patterns of random pieces.
    private static func patterns(_ count: Int) -> [String] {
        var numbers = Numbers(state: 20_260_701)
        return (0..<count).map { _ in pieces.compactMap { $0.randomElement(using: &numbers) }.joined() }
    }

    /// An origin of a page on a host with a name, by rules that are written here once more.
    private func canBeSent(_ origin: String) -> Bool {
        let shape =
            /(https?):\/\/((?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?)(?::([1-9][0-9]*))?/
        guard let match = origin.wholeMatch(of: shape) else { return false }
        guard let port = match.3.flatMap({ Int($0) }) else { return match.3 == nil }
        return port <= 65_535 && port != (match.1 == "https" ? 443 : 80)
    }

    @Test(arguments: patterns(60))
    func `A witness matches by the engine, and a browser can send it`(pattern: String) throws {
        let policy = JSONOutput.object([
            ("allow_origin_regex", .string(pattern)), ("allow_credentials", .bool(true)),
        ])
        let found = try Lint.check(Array(JSONWriter.line(policy).utf8), file: "p.json")
        let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
        for finding in found {
            guard let witness = finding.witness, witness != "null", finding.code != "regex-slow" else { continue }
            #expect(try regex.wholeMatch(in: witness) != nil, "\(finding.code) \(witness)")
            #expect(canBeSent(witness), "\(finding.code) \(witness)")
        }
    }

    /// Compares the search with trying every text of a small alphabet.
    @Test(arguments: [
        (#"https://a.b\.c"#, "bc"), (#"https://.*b\.c"#, "bc"), (#"https://b\.c.*"#, "bc"),
        (#"https://c\.b[^.]?"#, "bc"),
    ])
    func `No shorter text is accepted than the search finds`(pattern: String, letters: String) throws {
        let parsed = try #require(ExpressionParser.parse(pattern))
        let owned = Set(
            try #require(IntendedHosts(parsed.expression.readingDots(Set(parsed.expression.looseDots)))).domains)
        let found = try WitnessSearch.find(
            accepting: [Automaton(parsed.expression), Automaton(OriginLanguages.pages)],
            refusing: [Automaton(OriginLanguages.owned(by: owned.sorted()))])
        let witness = try #require(found.first)
        let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
        let alphabet = Array("-." + letters + "a0")
        var hosts = [""]
        while let length = hosts.first?.count, "https://".count + length <= witness.count {
            let shown = hosts.filter { host in
                let origin = "https://\(host)"
                let isOwned = owned.contains { host == $0 || host.hasSuffix(".\($0)") }
                return !isOwned && canBeSent(origin) && (try? regex.wholeMatch(in: origin)) ?? nil != nil
            }
            if let first = shown.min() {
                #expect(witness.count == "https://\(first)".count)
                #expect(witness <= "https://\(first)")
                return
            }
            hosts = hosts.flatMap { host in alphabet.map { host + String($0) } }
        }
        Issue.record("nothing was found by trying, though the search found \(witness)")
    }
}
