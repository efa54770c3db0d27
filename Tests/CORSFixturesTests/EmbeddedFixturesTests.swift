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

    /// Without the link, a new file is not seen by an incremental build, and a deleted one breaks it.
    @Test
    func `The plugin's own folder leads to the fixtures`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let link = root.appending(path: "Sources/EmbedFixtures/Fixtures").resolvingSymlinksInPath()
        #expect(link.path() == root.appending(path: "Fixtures").resolvingSymlinksInPath().path())
    }

    @Test
    func `There is nothing of another path`() { #expect(EmbeddedFixtures.bytes(of: "suites/none.json") == nil) }
}
