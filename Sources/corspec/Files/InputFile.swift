#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files that the user names.
enum InputFile {
    /// Larger files are not read: no policy or fixture comes near it.
    private static let maximumSize = 16 * 1024 * 1024

    /// Reads a file.
    ///
    /// - Throws: `UsageError` if it does not exist, is a folder, is too large, or cannot be read.
    static func read(_ path: String, what: String) throws -> [UInt8] {
        var isFolder = false
        guard exists(path, isFolder: &isFolder) else {
            throw UsageError("\(what) \"\(path)\" does not exist", near: path, in: siblings(of: path))
        }
        if isFolder { throw UsageError("\(what) \"\(path)\" is a folder; name a file") }
        if let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size > maximumSize {
            throw UsageError("\(what) \"\(path)\" has \(size) bytes; at most \(maximumSize) are read")
        }
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw UsageError("\(what) \"\(path)\" cannot be read")
        }
    }

    /// Says whether there is something at a path, and whether it is a folder.
    static func exists(_ path: String, isFolder: inout Bool) -> Bool {
        #if canImport(FoundationEssentials)
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        #else
            var flag: ObjCBool = false
            defer { isFolder = flag.boolValue }
            return FileManager.default.fileExists(atPath: path, isDirectory: &flag)
        #endif
    }

    /// Returns the JSON files of a folder, sorted.
    static func jsonFiles(in folder: String) throws -> [String] {
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
}
