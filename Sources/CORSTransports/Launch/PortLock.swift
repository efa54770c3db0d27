import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A port that this process alone has chosen: another corspec on the machine leaves it until this one lets it go.
///
/// A port that is free when it is looked at may be taken before a server listens on it; among runs that go on at once
/// that would make one judge the other's server.
final class PortLock: Sendable {
    private let file: Int32

    /// Locks a port, or returns nil if another run has it.
    init?(_ port: Int) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "corspec-ports")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Programs that are started must not keep it.
        file = open(
            folder.appending(path: String(port)).path(percentEncoded: false), O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        // Where no file can be made, ports are taken as they are.
        guard file >= 0 else { return }
        if flock(file, LOCK_EX | LOCK_NB) != 0 {
            systemClose(file)
            return nil
        }
    }

    deinit {
        if file >= 0 { systemClose(file) }
    }
}
