/// The files below `Fixtures/`, as they are inside the binary.
package enum EmbeddedFixtures {
    /// The paths below `Fixtures/`, such as `suites/methods.json`, sorted.
    package static var paths: [String] { EmbeddedSources.files.map { $0.path.description } }

    /// Returns a file's bytes, or nil if there is none of that path.
    package static func bytes(of path: String) -> [UInt8]? {
        EmbeddedSources.files.first { $0.path.description == path }.map { file in
            file.text.withUTF8Buffer { Array($0) }
        }
    }
}
