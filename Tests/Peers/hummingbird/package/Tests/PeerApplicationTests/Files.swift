import Foundation

/// The baselines beside the tests.
enum Files {
    /// Whether baselines are to be written anew.
    static var renews: Bool { ProcessInfo.processInfo.environment["RENEW_BASELINES"] != nil }

    /// Returns the path of a file beside the tests.
    static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
    }
}
