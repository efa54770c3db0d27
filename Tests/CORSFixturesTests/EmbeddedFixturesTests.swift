import CORSFixtures
import Foundation
import Testing

@Suite("Embedded fixtures")
struct EmbeddedFixturesTests {
    @Test
    func `What is in the binary is what is in the folder`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures").standardized
        let all =
            FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))?.allObjects as? [String] ?? []
        let paths = all.filter { $0.hasSuffix(".json") }.sorted()
        #expect(!paths.isEmpty)
        #expect(EmbeddedFixtures.paths == paths)
        for path in paths {
            #expect(EmbeddedFixtures.bytes(of: path) == Array(try Data(contentsOf: folder.appending(path: path))))
        }
    }

    @Test
    func `There is nothing of another path`() { #expect(EmbeddedFixtures.bytes(of: "suites/none.json") == nil) }
}
