import Foundation

/// A JSON report of a run, as far as tests look into it.
struct ReportFile: Decodable {
    /// What was tested.
    struct Target: Decodable {
        let kind: String
        let name: String
        let version: String?
        let command: String?
        let homepage: String?
        let issues: String?
    }

    /// One row.
    struct Row: Decodable {
        let id: String
        let policy: String
        let status: String
        let reason: String?
        let findings: [Finding]
    }

    /// One finding.
    struct Finding: Decodable, Hashable {
        let severity: String
        let message: String
        let expected: String
        let actual: String
        let section: String
        let console: String?
        let cause: String?
    }

    let target: Target
    let results: [Row]

    /// Runs corspec with arguments and a JSON report.
    static func of(
        _ arguments: [String], environment: [String: String] = ProgramTools.environment
    ) throws -> (process: CorspecProcess, report: ReportFile) {
        let scratch = try ScratchFolder()
        let file = try scratch.file("report.json")
        let process = try CorspecProcess.run(
            arguments + ["--report", "json=\(file.path)"], environment: environment)
        return (process, try JSONDecoder().decode(ReportFile.self, from: try Data(contentsOf: file)))
    }
}
