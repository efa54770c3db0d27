import CORSFixtures
import CORSPolicy
import StrictJSON

/// Policies and suites, from files or bundled.
enum Inputs {
    /// Returns the policies that the arguments name; all bundled ones if they name none.
    ///
    /// - Throws: `UsageError` after printing every diagnostic.
    static func policies(_ names: [String]) throws -> [NamedPolicy] {
        var policies: [NamedPolicy] = []
        var diagnostics: [Diagnostic] = []
        for name in names.isEmpty ? BundledFixtures.policyNames : names {
            let read = try policy(name)
            diagnostics += read.diagnostics
            if let policy = read.policy {
                if policies.contains(where: { $0.name == policy.name }) {
                    throw UsageError("two policies are named \"\(policy.name)\"; rename one of the files")
                }
                policies.append(policy)
            }
        }
        try report(diagnostics)
        return policies
    }

    /// Returns the policy of a file, or the bundled one of that name.
    private static func policy(_ name: String) throws -> (policy: NamedPolicy?, diagnostics: [Diagnostic]) {
        let bundled = BundledFixtures.policyNames
        if bundled.contains(name) { return BundledFixtures.policy(named: name) }
        var isFolder = false
        if !name.contains("/"), !name.hasSuffix(".json"), !InputFile.exists(name, isFolder: &isFolder) {
            throw UsageError(
                "\"\(name)\" is neither a bundled policy nor a file; bundled are \(bundled.joined(separator: ", "))",
                near: name, in: bundled)
        }
        let bytes = try InputFile.read(name, what: "the policy")
        let diagnostics = Diagnostics(file: name)
        let base = name.split(separator: "/").last.map(String.init) ?? name
        let short = base.hasSuffix(".json") ? String(base.dropLast(5)) : base
        return (PolicyReader.read(bytes, name: short, into: diagnostics), diagnostics.all)
    }

    /// Returns the suite that the arguments name; the bundled one if they name none.
    ///
    /// - Throws: `UsageError` after printing every diagnostic.
    static func suite(_ paths: [String]) throws -> Suite {
        var files: [(name: String, bytes: [UInt8])] = []
        for path in paths.isEmpty ? ["bundled"] : paths {
            var isFolder = false
            if path == "bundled" {
                files += BundledFixtures.suiteFiles
            } else if InputFile.exists(path, isFolder: &isFolder), isFolder {
                for file in try InputFile.jsonFiles(in: path) {
                    files.append((file, try InputFile.read(file, what: "the fixture file")))
                }
            } else {
                files.append((path, try InputFile.read(path, what: "the fixture file")))
            }
        }
        let read = SuiteReader.read(files)
        try report(read.diagnostics)
        guard let suite = read.suite else { throw UsageError("the suite cannot be read") }
        return suite
    }

    /// Prints diagnostics.
    ///
    /// - Throws: `UsageError` if one is an error.
    private static func report(_ diagnostics: [Diagnostic]) throws {
        for diagnostic in diagnostics { Terminal.printError(diagnostic.description) }
        let count = diagnostics.count { $0.severity == .error }
        if count > 0 {
            throw UsageError("\(count) \(count == 1 ? "error" : "errors") in the files above; nothing was run")
        }
    }
}
