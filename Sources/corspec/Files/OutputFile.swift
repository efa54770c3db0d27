#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files that corspec writes.
enum OutputFile {
    /// Checks that a file can be written, without writing it.
    ///
    /// - Throws: `UsageError` if it is a folder, or its folder does not exist.
    static func check(_ path: String) throws(UsageError) {
        switch InputFile.kind(of: path) {
        case .folder: throw UsageError("\"\(path)\" is a folder; name a file to write")
        case .file: return
        case nil: break
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let folder = parts.isEmpty ? "." : parts.joined(separator: "/") + "/"
        guard InputFile.kind(of: folder) == .folder else {
            throw UsageError("\"\(path)\" cannot be written: the folder \"\(folder)\" does not exist")
        }
    }

    /// Writes a text into a file.
    ///
    /// - Throws: `UsageError` if it cannot be written.
    static func write(_ text: String, to path: String) throws(UsageError) {
        try check(path)
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw UsageError("\"\(path)\" cannot be written")
        }
    }
}
