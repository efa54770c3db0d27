import CORSPolicy
import StrictJSON
import Testing

@Suite("Policy reader")
struct PolicyReaderTests {
    /// A policy that is wrong, and what is said of it.
    struct Wrong: Sendable, CustomTestStringConvertible {
        var text: String
        var place: String
        var words: String
        var testDescription: String { text }
    }

    private func read(_ text: String) -> (policy: Policy?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics(file: "p.json")
        let policy = PolicyReader.read(Array(text.utf8), name: "p", into: diagnostics)
        return (policy?.policy, diagnostics.all)
    }

    /// Policies that are wrong, one thing each.
    static let wrong: [Wrong] = [
        Wrong(text: #"{"allow_origin": ["*"]}"#, place: "1:2", words: "did you mean \"allow_origins\"?"),
        Wrong(text: #"{"allow_origins": "*"}"#, place: "1:19", words: "must be a list of strings, not a string"),
        Wrong(text: #"{"allow_origins": [1]}"#, place: "1:20", words: "must hold strings, not a number"),
        Wrong(text: #"{"allow_methods": 5}"#, place: "1:19", words: "must be a list of strings, not a number"),
        Wrong(text: #"{"allow_origins": ["https://a.example", "*"]}"#, place: "1:41", words: "beside other entries"),
        Wrong(
            text: #"{"allow_origins": ["https://a.example/"]}"#, place: "1:20",
            words: "browsers send \"https://a.example\""),
        Wrong(text: #"{"allow_origins": ["https://a.example/x"]}"#, place: "1:20", words: "no path"),
        Wrong(
            text: #"{"allow_origins": ["https://A.example"]}"#, place: "1:20",
            words: "browsers send \"https://a.example\""),
        Wrong(
            text: #"{"allow_origins": ["https://a.example:443"]}"#, place: "1:20",
            words: "browsers send \"https://a.example\""),
        Wrong(text: #"{"allow_origins": ["http://a.example:80"]}"#, place: "1:20", words: "default port"),
        Wrong(text: #"{"allow_origins": ["https://*.example"]}"#, place: "1:20", words: "use allow_origin_regex"),
        Wrong(text: #"{"allow_origins": ["a.example"]}"#, place: "1:20", words: "browsers send \"https://a.example\""),
        Wrong(text: #"{"allow_origins": ["https://u@a.example"]}"#, place: "1:20", words: "user information"),
        Wrong(text: #"{"allow_origins": [""]}"#, place: "1:20", words: "empty"),
        Wrong(text: #"{"allow_origins": ["https://bücher.example"]}"#, place: "1:20", words: "xn--"),
        Wrong(text: #"{"allow_origins": ["https://a.example:x"]}"#, place: "1:20", words: "no port"),
        Wrong(text: #"{"allow_origin_regex": "https://("}"#, place: "1:24", words: "does not compile"),
        Wrong(text: #"{"allow_origin_regex": "https://(?<=x)a"}"#, place: "1:24", words: "lookbehind"),
        Wrong(text: #"{"allow_origin_regex": "https://(a+)+\\.example\\.com"}"#, place: "1:24", words: "too slow"),
        Wrong(text: #"{"allow_methods": ["get"]}"#, place: "1:20", words: "browsers send \"GET\""),
        Wrong(text: #"{"allow_methods": ["TRACE"]}"#, place: "1:20", words: "no page can use TRACE"),
        Wrong(text: #"{"allow_methods": ["A B"]}"#, place: "1:20", words: "is no method"),
        Wrong(text: #"{"allow_headers": ["X Y"]}"#, place: "1:20", words: "is no header name"),
        Wrong(text: #"{"allow_headers": ["*", "X-Y"]}"#, place: "1:20", words: "beside other entries"),
        Wrong(text: #"{"max_age": -1}"#, place: "1:13", words: "from 0"),
        Wrong(text: #"{"max_age": 1.5}"#, place: "1:13", words: "whole number"),
        Wrong(text: #"{"allow_credentials": "true"}"#, place: "1:23", words: "true or false"),
        Wrong(
            text: #"{"allow_origins": ["https://a.example"], "must_grant": ["https://b.example"]}"#, place: "1:57",
            words: "is refused by the policy"),
        Wrong(
            text: #"{"allow_origin_regex": "https://.*", "must_refuse": ["https://b.example"]}"#, place: "1:54",
            words: "is granted by the policy"),
    ]

    @Test(arguments: wrong)
    func `What is wrong is named with its place`(wrong: Wrong) {
        let read = read(wrong.text)
        #expect(read.policy == nil)
        let hit = read.diagnostics.contains {
            $0.description.hasPrefix("p.json:\(wrong.place): error: ") && $0.message.contains(wrong.words)
        }
        #expect(hit, "\(read.diagnostics)")
    }

    @Test
    func `Everything that is wrong is reported at once, in order`() {
        let read = read("{\"max_age\": \"x\",\n \"allow_origins\": [\"a\", \"https://b/\"],\n \"x\": 1}")
        #expect(read.diagnostics.map { $0.position?.line } == [1, 2, 2, 3])
    }

    @Test
    func `A policy is read with what it states`() throws {
        let policy = try #require(
            read(
                #"{"$schema": "x", "comment": "c", "allow_origins": ["capacitor://localhost", "null"], "max_age": 0}"#
            ).policy)
        #expect(policy.allowOrigins == ["capacitor://localhost", "null"])
        #expect(policy.allowMethods == ["GET"])
        #expect(policy.stated == [.allowOrigins, .maxAge])
    }

    @Test
    func `Methods that browsers leave alone may be in any case`() throws {
        #expect(read(#"{"allow_methods": ["patch", "chicken", "M-SEARCH"]}"#).policy != nil)
    }

    @Test
    func `A value that stands twice is a warning`() {
        let read = read(#"{"allow_headers": ["X-A", "x-a"]}"#)
        #expect(read.policy != nil)
        #expect(read.diagnostics.map(\.severity) == [.warning])
    }
}
