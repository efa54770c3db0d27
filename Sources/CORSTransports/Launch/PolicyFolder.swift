import CORSFixtures
import CORSPolicy
import CORSRunner
import StrictJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder of its own with a file for each policy, whose path the shell takes for one word as it is.
final class PolicyFolder: Sendable {
    private let path: String

    /// Makes a path; nothing is written yet.
    init() {
        let usual = FileManager.default.temporaryDirectory.path
        let isPlain = usual.utf8.allSatisfy { byte in
            Self.plain.contains(byte)
        }
        let parent = isPlain && usual.hasPrefix("/") ? usual : "/tmp"
        path = parent + (parent.hasSuffix("/") ? "" : "/") + "corspec-\(UUID().uuidString)"
    }

    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+".utf8)

    /// Writes the settings of a policy into a file.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - number: The file's number in the folder.
    /// - Returns: The file's path.
    /// - Throws: `TargetError` if it cannot be written.
    func write(_ policy: Policy, number: Int) throws(TargetError) -> String {
        let file = "\(path)/policy-\(number).json"
        let text = JSONWriter.document(.object(PolicyWriter.settings(policy)))
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: file))
        } catch {
            throw TargetError("the policy's file \(file) cannot be written: \(error)")
        }
        return file
    }

    /// Removes the folder with all that is in it.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
