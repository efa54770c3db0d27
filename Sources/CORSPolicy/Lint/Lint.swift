import CORSVocabulary
package import StrictJSON

/// What is wrong or dangerous in a policy, before any server sees it.
package enum Lint {
    /// Looks at a policy in a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - file: The file's name, for a syntax error.
    /// - Returns: The findings, in the order of their places.
    /// - Throws: The diagnostic of a text that is not JSON at all.
    package static func check(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [LintFinding] {
        let diagnostics = Diagnostics(file: file)
        guard let node = JSONReader.read(bytes, into: diagnostics) else {
            throw diagnostics.all.first ?? Diagnostic(file: file, message: "the file cannot be read")
        }
        return check(node, file: file)
    }

    /// Looks at a policy.
    ///
    /// - Parameters:
    ///   - node: The policy; anything may be wrong with it.
    ///   - file: The file's name.
    /// - Returns: The findings, in the order of their places, each once.
    package static func check(_ node: JSONNode, file: String) -> [LintFinding] {
        let subjects = LintReader.subjects(node, file: file)
        var findings: [LintFinding] = []
        var environments: [LintFinding: [String?]] = [:]
        for subject in subjects {
            for rule in subject.isPolicy ? rules : formRules {
                for finding in rule.check(subject) {
                    // What is wrong with common settings is told once.
                    if environments[finding] == nil { findings.append(finding) }
                    environments[finding, default: []].append(subject.environment)
                }
            }
        }
        let whole = findings.map { finding in
            var whole = finding
            let names = (environments[finding] ?? []).compactMap { $0 }
            // The form is that of the file, and is told with the first of them.
            let isOfFile = formRules.contains { $0.code == finding.code }
            if names.count < subjects.count, !isOfFile { whole.environments = names }
            return whole
        }
        return sorted(whole)
    }

    private static func sorted(_ findings: [LintFinding]) -> [LintFinding] {
        findings.enumerated().sorted { left, right in
            let first = left.element.position.map { [$0.line, $0.column] } ?? [0, 0]
            let second = right.element.position.map { [$0.line, $0.column] } ?? [0, 0]
            return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
        }.map(\.element)
    }
}
