import CORSFixtures
import CORSPolicy
import StrictJSON

/// A policy that the user names, and what lint found in it.
struct LintedPolicy {
    /// The name as `run` would give it: the file's, or the bundled policy's.
    var name: String
    /// The file, or nil for options.
    var file: String?
    /// Whether it ships with corspec.
    var isBundled = false
    /// What was found, in the order of the places.
    var findings: [LintFinding] = []
    /// Why nothing could be read, or nil if it could.
    var failure: Diagnostic?

    /// Looks at the policy of a file, or at the bundled one of that name.
    ///
    /// - Throws: `UsageError` if there is no such file, or it cannot be read.
    init(_ argument: String) throws(UsageError) {
        let bytes: [UInt8]
        if let bundled = BundledFixtures.policyFile(named: argument) {
            name = argument
            file = bundled.name
            isBundled = true
            bytes = bundled.bytes
        } else {
            try Inputs.checkPolicyName(argument)
            name = Inputs.policyName(ofFile: argument)
            file = argument
            bytes = try InputFile.read(argument, what: "the policy")
        }
        do throws(Diagnostic) {
            findings = try Lint.check(bytes, file: argument)
        } catch {
            failure = error
        }
    }

    /// Looks at the bytes of a policy file; nil if they are not JSON.
    init?(file: String, bytes: [UInt8]) {
        guard let found = try? Lint.check(bytes, file: file) else { return nil }
        name = Inputs.policyName(ofFile: file)
        self.file = file
        findings = found
    }

    /// Looks at the policy that options make; nil if there are none.
    init?(_ parsed: ParsedArguments) {
        guard let node = PolicyOptions.node(parsed) else { return nil }
        name = "options"
        findings = Lint.check(node, file: name).map { finding in
            var placeless = finding
            placeless.position = nil
            return placeless
        }
    }
}
