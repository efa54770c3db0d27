package import CORSPolicy
package import StrictJSON

/// The fixtures and policies that ship inside the binary.
package enum BundledFixtures {
    /// Reads the bundled suite.
    package static func suite() -> (suite: Suite?, diagnostics: [Diagnostic]) {
        SuiteReader.read(suiteFiles)
    }

    /// The bundled suite's files.
    package static var suiteFiles: [(name: String, bytes: [UInt8])] {
        paths(below: "suites/").map { (name: "Fixtures/\($0)", bytes: EmbeddedFixtures.bytes(of: $0) ?? []) }
    }

    /// Reads the standard's clauses, with the cases of the bundled suite that judge them.
    package static func clauses() -> (clauses: [Clause], diagnostics: [Diagnostic]) {
        let path = "clauses.json"
        let diagnostics = Diagnostics(file: "Fixtures/\(path)")
        let cases = suite().suite?.cases.map(\.id) ?? []
        let clauses = ClauseReader.read(EmbeddedFixtures.bytes(of: path) ?? [], cases: cases, into: diagnostics)
        return (clauses, diagnostics.all)
    }

    /// Reads every bundled policy, by name.
    package static func policies() -> (policies: [NamedPolicy], diagnostics: [Diagnostic]) {
        var policies: [NamedPolicy] = []
        var diagnostics: [Diagnostic] = []
        for name in policyNames {
            let read = policy(named: name)
            if let policy = read.policy { policies.append(policy) }
            diagnostics += read.diagnostics
        }
        return (policies, diagnostics)
    }

    /// The names of the bundled policies, sorted.
    package static var policyNames: [String] {
        paths(below: "policies/").map { String($0.dropFirst("policies/".count).dropLast(".json".count)) }
    }

    /// Reads a bundled policy, or returns nil if there is none of that name.
    package static func policy(named name: String) -> (policy: NamedPolicy?, diagnostics: [Diagnostic]) {
        let path = "policies/\(name).json"
        guard let bytes = EmbeddedFixtures.bytes(of: path) else { return (nil, []) }
        let diagnostics = Diagnostics(file: "Fixtures/\(path)")
        return (PolicyReader.read(bytes, name: name, into: diagnostics), diagnostics.all)
    }

    private static func paths(below folder: String) -> [String] {
        EmbeddedFixtures.paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".json") }
    }
}
