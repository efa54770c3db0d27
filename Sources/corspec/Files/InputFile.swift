#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files that the user names.
enum InputFile {
    /// What stands at a path.
    enum Kind {
        case file
        case folder
    }

    /// Larger files are not read: no policy or fixture comes near it.
    static let maximumSize = 16 * 1024 * 1024
    /// The same for reports: one of all bundled policies, with every exchange, has some 15 MiB.
    static let maximumReportSize = 256 * 1024 * 1024
    private static let pieceSize = 64 * 1024

    /// Reads a file, or whatever can be read like one, such as a pipe.
    ///
    /// - Throws: `UsageError` if it does not exist, is a folder, is too large, or cannot be read.
    static func read(_ path: String, what: String, limit: Int = maximumSize) throws(UsageError) -> [UInt8] {
        switch kind(of: path) {
        case nil: throw UsageError("\(what) \"\(path)\" does not exist", near: path, in: siblings(of: path))
        case .folder: throw UsageError("\(what) \"\(path)\" is a folder; name a file")
        case .file: break
        }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw UsageError("\(what) \"\(path)\" cannot be read: \(reason())") }
        defer { close(file) }
        return try read(from: file, what: "\(what) \"\(path)\"", limit: limit)
    }

    /// Reads standard input to its end.
    ///
    /// - Throws: `UsageError` if it is too large, or cannot be read.
    static func readStandardInput(limit: Int) throws(UsageError) -> [UInt8] {
        try read(from: STDIN_FILENO, what: "standard input", limit: limit)
    }

    private static func read(from file: Int32, what: String, limit: Int) throws(UsageError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: pieceSize)
        while true {
            let count = piece.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw UsageError("\(what) cannot be read: \(reason())") }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
            if bytes.count > limit {
                throw UsageError("\(what) is too large: at most \(limit / 1024 / 1024) MiB are read")
            }
        }
    }

    /// Says what stands at a path, or nil if nothing does.
    static func kind(of path: String) -> Kind? {
        #if canImport(FoundationEssentials)
            var isFolder = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
            return isFolder ? .folder : .file
        #else
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
            return isFolder.boolValue ? .folder : .file
        #endif
    }

    /// Returns the JSON files of a folder, sorted.
    ///
    /// - Throws: `UsageError` if there is none.
    static func jsonFiles(in folder: String) throws(UsageError) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        let files = names.filter { $0.hasSuffix(".json") }.sorted().map { prefix + $0 }
        if files.isEmpty { throw UsageError("the folder \"\(folder)\" holds no .json file") }
        return files
    }

    /// Returns what stands beside a path, for the nearest name.
    private static func siblings(of path: String) -> [String] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return names.sorted().map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }

    private static func systemRead(_ file: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(file, base, count)
        #else
            Darwin.read(file, base, count)
        #endif
    }
}
