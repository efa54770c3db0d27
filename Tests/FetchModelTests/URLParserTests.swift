import CORSVocabulary
import Testing

@testable import FetchModel

@Suite("URLs")
struct URLParserTests {
    /// An address, what it is relative to, and what it is; nil for a failure.
    struct Row: Sendable, CustomTestStringConvertible {
        var input: String
        var base: String?
        var address: String?
        var testDescription: String { "\(String(reflecting: input)) against \(base ?? "nothing")" }
    }

    private static let base = "https://b.example/p/q?z"

    static let rows = [
        Row(input: "https://b.example", address: "https://b.example/"),
        Row(input: " HTTPS://B.Example:443/X?Y#f ", address: "https://b.example/X?Y"),
        Row(input: "http://b.example:443/", address: "http://b.example:443/"),
        Row(input: "http://b.example:/", address: "http://b.example/"),
        Row(input: "https://b.example\\x\\..\\y", address: "https://b.example/y"),
        Row(input: "https://b.example/a/./b/../c/%2E%2e/d/..", address: "https://b.example/a/"),
        Row(input: "https://b.example/a b\"?c d'", address: "https://b.example/a%20b%22?c%20d%27"),
        Row(input: "ht\ntps://b.exa\tmple/", address: "https://b.example/"),
        Row(input: "https:b.example/x", address: "https://b.example/x"),
        Row(input: "http://127.1/", address: "http://127.0.0.1/"),
        Row(input: "http://0x7f.0.0.010/", address: "http://127.0.0.8/"),
        Row(input: "http://[2001:DB8:0:0::1]/", address: "http://[2001:db8::1]/"),
        Row(input: "http://[::ffff:127.0.0.1]/", address: "http://[::ffff:7f00:1]/"),
        Row(input: "http://b%2eexample/", address: "http://b.example/"),
        Row(input: "http://b\u{FC}cher.example/", address: "http://xn--bcher-kva.example/"),
        Row(input: "http://b%C3%BCcher.example/", address: "http://xn--bcher-kva.example/"),
        Row(input: "data:text/plain,x", address: "data:text/plain,x"),
        Row(input: "capacitor://localhost/x", address: "capacitor://localhost/x"),
        Row(input: "", address: nil), Row(input: "/x", address: nil), Row(input: "http://", address: nil),
        Row(input: "http://b.example:99999/", address: nil), Row(input: "http://b.example:x/", address: nil),
        Row(input: "http://a b/", address: nil), Row(input: "http://1.2.3.256/", address: nil),
        Row(input: "http://1.2.3.4.5/", address: nil), Row(input: "http://[::1/", address: nil),
        Row(input: "http://[::1%25lo]/", address: nil), Row(input: "http://a%zz/", address: nil),
        Row(input: "", base: base, address: "https://b.example/p/q?z"),
        Row(input: "#f", base: base, address: "https://b.example/p/q?z"),
        Row(input: "?y", base: base, address: "https://b.example/p/q?y"),
        Row(input: "r", base: base, address: "https://b.example/p/r"),
        Row(input: "../r", base: base, address: "https://b.example/r"),
        Row(input: "../../../r/", base: base, address: "https://b.example/r/"),
        Row(input: "/r", base: base, address: "https://b.example/r"),
        Row(input: "\\r", base: base, address: "https://b.example/r"),
        Row(input: "//c.example/r", base: base, address: "https://c.example/r"),
        Row(input: "https:r", base: base, address: "https://b.example/p/r"),
        Row(input: "http:r", base: base, address: "http://r/"),
        Row(input: "x y:z", base: base, address: "https://b.example/p/x%20y:z"),
    ]

    @Test(arguments: rows)
    func `An address is parsed and written as the URL Standard does`(row: Row) {
        let base = row.base.flatMap { URLParser.parse($0.utf8) }
        let url = URLParser.parse(row.input.utf8, base: base)
        #expect(url.map { String(decoding: $0.address, as: UTF8.self) } == row.address)
    }

    @Test(arguments: [
        ("https://u@b.example/", true), ("https://u:@b.example/", true), ("https://:p@b.example/", true),
        ("https://u:p@b.example/", true), ("https://@b.example/", false), ("https://:@b.example/", false),
        ("https://b.example/u:p@x", false),
    ])
    func `Credentials are a username or a password that is not empty`(input: String, isThere: Bool) {
        #expect(URLParser.parse(input.utf8)?.includesCredentials == isThere)
    }

    @Test(arguments: [
        ("https://u:p@B.example:443/x", "https://b.example"), ("http://b.example:8080", "http://b.example:8080"),
        ("capacitor://localhost/x", "capacitor://localhost"), ("data:text/plain,x", "null"),
        ("about:blank", "null"), ("file:///etc/hostname", "null"),
    ])
    func `An address has the origin of its scheme, host and port`(input: String, origin: String) {
        #expect(URLParser.parse(input.utf8).map { Latin1.text($0.origin) } == origin)
    }
}
