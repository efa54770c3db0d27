import Foundation

/// Programs that tests run, where they are there, and processes that are running.
enum ProgramTools {
    /// Python, or nil if it is not installed.
    static let python = installed("python3")
    /// Node, or nil if it is not installed.
    static let node = installed("node")
    /// Whether the system lists its processes as files.
    static let hasProcessFiles = FileManager.default.fileExists(atPath: "/proc/self/stat")

    /// The folder with the adapters in other languages.
    static let adapters = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Adapters")

    /// The environment in which installed programs are found.
    static var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "PYENV_ROOT", "PYENV_VERSION"].contains($0.key) }
    }

    private static func installed(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The processes of a group that have not ended, by the system's files.
    static func running(group: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { id in
            guard let stat = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
                let end = stat.lastIndex(of: ")")
            else { return false }
            // After the name in parentheses: the state, the parent, the group.
            let parts = stat[stat.index(after: end)...].split(separator: " ")
            return parts.count > 2 && parts[0] != "Z" && parts[2] == String(group)
        }
    }
}
