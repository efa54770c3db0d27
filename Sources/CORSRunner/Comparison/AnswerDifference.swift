/// What lies between two answers to one row: a thing that they say otherwise.
package struct AnswerDifference: Sendable, Hashable {
    /// The header's name, or what else differs: `status` or `method`.
    package var name: String
    /// Whether it is a header.
    package var isHeader: Bool
    /// What the first answer says: a value a line; none where it has no such line.
    package var first: [String]
    /// What the second answer says.
    package var second: [String]

    /// Compares two answers.
    ///
    /// - Returns: What differs: the method asked with alone, where the last requests are not alike; else the status,
    ///   and the headers in the order of the first answer, then of the second.
    package static func between(_ first: ComparedAnswer, _ second: ComparedAnswer) -> [AnswerDifference] {
        if first.method != second.method {
            return [AnswerDifference(name: "method", isHeader: false, first: [first.method], second: [second.method])]
        }
        var differences: [AnswerDifference] = []
        if first.status != second.status {
            differences.append(
                AnswerDifference(
                    name: "status", isHeader: false, first: [String(first.status)], second: [String(second.status)]))
        }
        var seen: Set<String> = []
        for line in first.lines + second.lines where seen.insert(line.name.lowercased()).inserted {
            let values = (first.values(line.name), second.values(line.name))
            guard values.0 != values.1 else { continue }
            differences.append(
                AnswerDifference(name: line.name, isHeader: true, first: values.0, second: values.1))
        }
        return differences
    }
}

extension ComparedAnswer {
    /// The values of a header's lines, in order.
    fileprivate func values(_ name: String) -> [String] {
        let name = name.lowercased()
        return lines.filter { $0.name.lowercased() == name }.map(\.value)
    }
}
