import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import StrictJSON

/// Policies and suites, from files or bundled, and what is wrong with them.
struct Inputs {
    /// The environment of policies that name some, or nil if none was chosen.
    var environment: String?
    /// Whether what is not an error has been told already, with the same files.
    var isTold = false
    private var diagnostics: [Diagnostic] = []
    private var userPolicies: [(file: String, bytes: [UInt8])] = []

    /// Returns the policies that the arguments name; all bundled ones if they name none.
    ///
    /// A policy with errors is left out; `report` says what they are.
    ///
    /// - Throws: `UsageError` if a file cannot be read, or two policies have one name.
    mutating func policies(_ names: [String]) throws(UsageError) -> [NamedPolicy] {
        var policies: [NamedPolicy] = []
        for name in names.isEmpty ? BundledFixtures.policyNames : names {
            guard let policy = try policy(name) else { continue }
            if policies.contains(where: { $0.name == policy.name }) {
                throw UsageError("two policies are named \"\(policy.name)\"; rename one of the files")
            }
            policies.append(policy)
        }
        return policies
    }

    /// Returns the policy of a file, or the bundled one of that name.
    private mutating func policy(_ name: String) throws(UsageError) -> NamedPolicy? {
        let bundled = BundledFixtures.policyNames
        if bundled.contains(name) {
            let read = BundledFixtures.policy(named: name)
            diagnostics += read.diagnostics
            return read.policy
        }
        try Self.checkPolicyName(name)
        let found = Diagnostics(file: name)
        let short = Self.policyName(ofFile: name)
        let bytes = try InputFile.read(name, what: "the policy")
        if !userPolicies.contains(where: { $0.file == name }) { userPolicies.append((name, bytes)) }
        let policy = PolicyReader.read(bytes, name: short, environment: environment, into: found)
        diagnostics += found.all
        return policy
    }

    /// Checks that an argument names a policy or is a file's.
    ///
    /// - Throws: `UsageError` with the nearest bundled policy if it is neither.
    static func checkPolicyName(_ name: String) throws(UsageError) {
        guard !name.contains("/"), !name.hasSuffix(".json"), InputFile.kind(of: name) == nil else { return }
        throw UsageError(
            "\"\(name)\" is neither a bundled policy nor a file", near: name, in: BundledFixtures.policyNames,
            help: "Type \"corspec list policies\" for the bundled ones.")
    }

    /// The name that reports give to the policy of a file.
    static func policyName(ofFile path: String) -> String {
        let base = path.split(separator: "/").last.map(String.init) ?? path
        return base.hasSuffix(".json") ? String(base.dropLast(".json".count)) : base
    }

    /// Checks that the environment that was chosen is one of a policy.
    ///
    /// - Throws: `UsageError` if none of the policies names environments.
    static func checkEnvironment(of policies: [NamedPolicy]) throws(UsageError) {
        guard !policies.contains(where: { $0.environment != nil }) else { return }
        throw UsageError(
            "--environment applies to a policy file that names environments, and there is none",
            help: "Type \"corspec help policy\" for what a policy file says.")
    }

    /// Returns the suite that the arguments name; the bundled one if they name none.
    ///
    /// Nil if it has errors; `report` says what they are.
    ///
    /// - Throws: `UsageError` if a file cannot be read.
    mutating func suite(_ paths: [String]) throws(UsageError) -> Suite? {
        var files: [(name: String, bytes: [UInt8])] = []
        for path in paths.isEmpty ? ["bundled"] : paths {
            if path == "bundled" {
                files += BundledFixtures.suiteFiles
            } else {
                let names = InputFile.kind(of: path) == .folder ? try InputFile.jsonFiles(in: path) : [path]
                for name in names { files.append((name, try InputFile.read(name, what: "the fixture file"))) }
            }
        }
        let read = SuiteReader.read(files)
        diagnostics += read.diagnostics
        return read.suite
    }

    /// Returns the baseline of a file.
    ///
    /// Nil if it has errors; `report` says what they are.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - isRenewed: Whether it is written anew, so that risks which nobody has accepted are no errors yet.
    /// - Returns: The baseline.
    /// - Throws: `UsageError` if the file cannot be read.
    mutating func baseline(_ path: String, isRenewed: Bool) throws(UsageError) -> Baseline? {
        let found = Diagnostics(file: path)
        let baseline = BaselineReader.read(try InputFile.read(path, what: "the baseline"), into: found)
        if let baseline, !isRenewed {
            BaselineReader.checkRisks(of: baseline, into: found)
            BaselineReader.checkReasons(of: baseline, into: found)
        }
        diagnostics += found.sorted
        return baseline
    }

    /// Returns the configuration of a file.
    ///
    /// Nil if it has errors; `report` says what they are.
    ///
    /// - Throws: `UsageError` if the file cannot be read.
    mutating func config(_ path: String) throws(UsageError) -> ConfigFile? {
        let found = Diagnostics(file: path)
        let config = ConfigReader.read(try InputFile.read(path, what: "the configuration"), into: found)
        diagnostics += found.sorted
        return config
    }

    /// Returns what failed in an earlier run, as its report says.
    ///
    /// Nil if it has errors; `report` says what they are.
    ///
    /// - Throws: `UsageError` if the file cannot be read.
    mutating func pastReport(_ path: String) throws(UsageError) -> PastReport? {
        let found = Diagnostics(file: path)
        let bytes = try InputFile.read(path, what: "the report", limit: InputFile.maximumReportSize)
        let report = PastReportReader.read(bytes, into: found)
        diagnostics += found.sorted
        return report
    }

    /// Returns a column of a comparison, as the report of an earlier run says.
    ///
    /// Nil if it has errors; `report` says what they are.
    ///
    /// - Parameters:
    ///   - report: The file, and what the column is called.
    ///   - keepsAnswers: Whether the heads of the answers are kept.
    /// - Returns: The column.
    /// - Throws: `UsageError` if the file cannot be read.
    mutating func column(_ report: NamedReport, keepsAnswers: Bool) throws(UsageError) -> ComparedColumn? {
        let found = Diagnostics(file: report.path)
        let bytes = try InputFile.read(report.path, what: "the report", limit: InputFile.maximumReportSize)
        let column = ComparedReportReader.read(bytes, name: report.name, keepsAnswers: keepsAnswers, into: found)
        diagnostics += found.sorted
        return column
    }

    /// Prints what lint says of the policies that are the user's own, a line each.
    ///
    /// What `report` has printed is not said again.
    ///
    /// - Parameter isVerbose: Whether notes are printed as well.
    func printLint(isVerbose: Bool) {
        if isTold { return }
        let told = Set(diagnostics.map { "\($0.file) \(String(describing: $0.position))" })
        for policy in userPolicies {
            guard let linted = LintedPolicy(file: policy.file, bytes: policy.bytes) else { continue }
            let untold = linted.findings.filter { finding in
                let isOfOther = !finding.environments.isEmpty && environment.map(finding.environments.contains) == false
                return !isOfOther && !told.contains("\(policy.file) \(String(describing: finding.position))")
            }
            Self.printLint(untold, of: linted, isVerbose: isVerbose)
        }
    }

    /// Prints what lint says of a policy.
    static func printLint(_ findings: [LintFinding], of policy: LintedPolicy, isVerbose: Bool) {
        for finding in findings where finding.severity > .note || isVerbose {
            Terminal.printError(LintReport.line(finding, of: policy))
        }
    }

    /// Prints what is wrong with the files, all at once.
    ///
    /// - Throws: `UsageError` if one of the diagnostics is an error.
    func report() throws(UsageError) {
        for diagnostic in diagnostics where !isTold || diagnostic.severity == .error {
            Terminal.printError(diagnostic.description)
        }
        let count = diagnostics.count { $0.severity == .error }
        if count > 0 {
            throw UsageError("\(count) \(count == 1 ? "error" : "errors") in the files above; nothing was run")
        }
    }
}
