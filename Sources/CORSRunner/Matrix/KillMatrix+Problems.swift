import CORSBuiltins
import CORSVocabulary

extension KillMatrix {
    /// What keeps the matrix from holding, a sentence each; none if every faulty builtin is found as what it is, every
    /// correct one is clean, and every case finds a fault or says why it stands.
    package var problems: [String] { lines.flatMap(Self.problems) + columns.compactMap(Self.problem) }

    private static func problems(_ line: Line) -> [String] {
        let name = line.builtin.name
        let errors = line.errors == 0 ? [] : ["\(name): \(line.errors) rows ended in error"]
        guard let expected = line.builtin.severity else {
            return errors + line.found.map { "\(name) is right, and \($0.caseID) finds it \($0.severity.rawValue)" }
        }
        guard let severity = line.severity else { return errors + ["\(name) is found by no case"] }
        var problems = errors
        if severity != expected {
            problems.append("\(name) is found \(severity.rawValue), and is \(expected.rawValue)")
        }
        if let cause = line.builtin.cause, !line.causes.contains(cause) {
            let named = line.causes.isEmpty ? "no cause" : line.causes.sorted().joined(separator: ", ")
            problems.append("\(name) is found for \(named), and its cause is \(cause)")
        }
        return problems
    }

    private static func problem(_ column: Column) -> String? {
        switch (column.builtins.isEmpty, column.stands) {
        case (true, nil): "\(column.caseID) finds no faulty builtin, and does not say why it stands"
        case (false, .some): "\(column.caseID) says why it stands, and finds \(column.builtins[0])"
        case (true, .some), (false, nil): nil
        }
    }
}
