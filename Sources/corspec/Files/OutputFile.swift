#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files that corspec writes.
enum OutputFile {
    /// Writes a text into a file.
    ///
    /// - Throws: `UsageError` if it cannot be written.
    static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw UsageError("\"\(path)\" cannot be written")
        }
    }
}
