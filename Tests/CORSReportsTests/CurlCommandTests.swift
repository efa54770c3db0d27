import CORSRunner
import CORSVocabulary
import Foundation
import Testing

@testable import CORSReports

@Suite("curl command")
struct CurlCommandTests {
    private static let server = TargetDescription(kind: .url, name: "s", origin: "https://api.example:8443")

    @Test
    func `A target with an address is asked at that address`() {
        let request = HTTPRequest(method: .get, path: "/open?a=1&b=2", headers: ["Origin": "null"])
        #expect(
            CurlCommand.lines(request, target: Self.server) == [
                "curl -i -H 'Origin: null' 'https://api.example:8443/open?a=1&b=2'"
            ])
    }

    @Test
    func `A target in the same process is asked over HTTP at an address to fill in`() {
        let request = HTTPRequest(method: .options, path: "/open", headers: ["Host": "x", "Origin": "null"])
        #expect(
            CurlCommand.lines(request, target: Sample.target) == [
                "against the same server over HTTP:", "curl -i -X OPTIONS -H 'Origin: null' \"$URL\"/open",
            ])
    }

    @Test
    func `A path is sent as it is, HEAD without waiting for a body, an empty header kept`() {
        let request = HTTPRequest(method: .head, path: "/a/../b", headers: ["X-Empty": ""])
        #expect(
            CurlCommand.lines(request, target: Self.server) == [
                "curl -i --path-as-is --head -H 'X-Empty;' https://api.example:8443/a/../b"
            ])
    }

    @Test(arguments: [
        "plain-Word_1.2:/=@%+,", "", "two words", "it's", "''", "$HOME `id` $(id)", "a\"b\\c", "*", "~", "a;b&c|d",
        "-n", "!!", "line\nbreak", "tab\t'", "caf\u{E9}", "\u{1}\\x",
    ])
    func `A shell reads a quoted word as the very bytes`(word: String) throws {
        let bytes = FieldValue(word).bytes
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", "printf %s \(Shell.quoted(bytes))"]
        process.environment = ["LC_ALL": "C", "HOME": "/wrong"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(Array(output) == bytes)
    }
}
