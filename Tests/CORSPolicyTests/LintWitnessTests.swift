import CORSVocabulary
import StrictJSON
import Testing

@testable import CORSPolicy

@Suite("Witnesses against patterns")
struct LintWitnessTests {
    /// A pattern, and what is found in it.
    struct Sample: Sendable, CustomTestStringConvertible {
        var pattern: String
        var code: String
        var witness: String
        var testDescription: String { "\(pattern) \(code)" }

        init(_ pattern: String, _ code: String, _ witness: String) {
            self.pattern = pattern
            self.code = code
            self.witness = witness
        }
    }

    /// The findings on a pattern that grant somebody something.
    private func unsafe(_ pattern: String) -> [LintFinding] {
        let text = JSONWriter.line(.object([("allow_origin_regex", .string(pattern))]))
        return ((try? Lint.check(Array(text.utf8), file: "p.json")) ?? []).filter { $0.severity == .unsafe }
    }

    @Test(arguments: [
        Sample(#"https://app.example\.com"#, "regex-unescaped-dot", "https://app-example.com"),
        Sample(#"https://app\.example.com"#, "regex-unescaped-dot", "https://app.example-com"),
        Sample(#"https://.*.example\.com"#, "regex-unescaped-dot", "https://0example.com"),
        Sample(#"https://[a-z]+.example\.com"#, "regex-unescaped-dot", "https://a-example.com"),
        Sample(#"https://(www.)?example\.com"#, "regex-unescaped-dot", "https://www-example.com"),
        Sample(#"https://.*example\.com"#, "regex-missing-boundary", "https://0example.com"),
        Sample(#".*example\.com"#, "regex-missing-boundary", "http://0example.com"),
        Sample(#"https?://[a-z]*example\.com"#, "regex-missing-boundary", "http://aexample.com"),
        Sample(#"https://app\.example\.com.*"#, "regex-open-end", "https://app.example.com0"),
        Sample(#"https://example\.com[^/]*"#, "regex-open-end", "https://example.com0"),
        Sample(#"https://example\.com(\.[a-z]+)?"#, "regex-open-end", "https://example.com.a"),
        Sample(#"https://www\.example\.[a-z]+"#, "regex-open-end", "https://www.example.a"),
        Sample(#"http://localhost.*"#, "regex-open-end", "http://localhost0"),
        Sample(#"https://[a-z]+(\.example)?\.com"#, "regex-optional-host", "https://a.com"),
        Sample(#"https://[a-z]+(\.example|)\.com"#, "regex-optional-host", "https://a.com"),
        Sample(#"https://.*\.github\.io"#, "regex-public-suffix", "https://0.github.io"),
        Sample(#"https://my-app-[a-z]+\.vercel\.app"#, "regex-public-suffix", "https://my-app-a.vercel.app"),
        Sample(#"https://[a-z]+\.co\.uk"#, "regex-public-suffix", "https://a.co.uk"),
        Sample(#"https://[a-z]+\.(com|org)"#, "regex-public-suffix", "https://a.com"),
        Sample(#"https://app\.example\.com|https://[a-z]+"#, "regex-foreign-host", "https://a"),
        Sample(#"https://[a-z.]+"#, "regex-foreign-host", "https://a"),
        Sample(#"https://(staging|prod)[.-]example\.com"#, "regex-missing-boundary", "https://prod-example.com"),
        Sample(#"https://app\.example\.com:?\d*"#, "regex-open-end", "https://app.example.com0"),
        Sample(#"https://[a-z]+.corp"#, "regex-unescaped-dot", "https://a-corp"),
        Sample(#"https://.*:8443"#, "regex-foreign-host", "https://a:8443"),
        Sample(#"https://(.+)+example\.com"#, "regex-missing-boundary", "https://0example.com"),
        Sample(#"https://[a-z]+-example\.com"#, "regex-missing-boundary", "https://a-example.com"),
        Sample(#"^https://(?!evil).*example\.com$"#, "regex-missing-boundary", "https://0example.com"),
    ])
    func `The shortest origin that its author cannot have meant is found`(sample: Sample) {
        let found = unsafe(sample.pattern).map { [$0.code, $0.witness ?? ""] }
        #expect(found == [[sample.code, sample.witness]])
    }

    @Test(arguments: [
        #"https://app\.example\.com"#, #"https://.*\.example\.com"#, #"https://(.*\.)?example\.com"#,
        #"^https://[a-z0-9-]+\.example\.com$"#, #"https?://(www\.)?example\.com"#,
        #"https://app\.example\.com(:\d+)?"#, #"https://(a|b|c)\.example\.(com|org)"#,
        #"http://localhost:[0-9]{4,5}"#, #"http://(localhost|127\.0\.0\.1)(:[0-9]+)?"#,
        #"https://([a-z]+\.){1,3}example\.co\.uk"#, #"https://\w+\.example\.com"#,
        #"https://my-app-[a-z0-9]+\.example\.com"#, #"https://[^.]+\.internal"#,
        #"http://192\.168\.\d{1,3}\.\d{1,3}(:\d+)?"#, #"https://app\.myname\.github\.io"#,
        #"https://.+\.myname\.vercel\.app"#, #"(?i)https://app\.example\.com"#, #"https://(?:app|www)\.example\.com"#,
        #"https://\Qapp.example.com\E"#, #"https:\/\/app\.example\.com"#, #"https://.*app\.example\.com"#,
        #"https://[a-z]+\.example[.]com"#, #"https://..\.example\.com"#, #"https://*\.example\.com"#,
        #"https://example\.com|http://localhost:3000"#, #"https://(foo|bar)\.(?:baz\.)?qux\.io"#,
    ])
    func `A sound pattern has no witness`(pattern: String) {
        #expect(unsafe(pattern).map { [$0.code, $0.witness ?? ""] } == [])
    }

    @Test
    func `Each fault of a pattern has a witness of its own`() {
        let found = unsafe(#"https://.*example.com.*"#).map { [$0.code, $0.witness ?? ""] }
        #expect(
            found == [
                ["regex-unescaped-dot", "https://example-com"], ["regex-missing-boundary", "https://0example.com"],
                ["regex-open-end", "https://example.com0"],
            ])
    }
}
