/// What lies between the answers that two columns had to one row: a thing that they say otherwise.
package struct AnswerDifference: Sendable, Hashable {
    /// Which of the row's requests was answered, from 1 on.
    package var request = 1
    /// The method that it was asked with.
    package var method: String
    /// The header's name, or what else differs: `status`, or `requests` where one column was asked what the other was not.
    package var name: String
    /// Whether it is a header.
    package var isHeader: Bool
    /// What the first answer says.
    ///
    /// A value a line; none where it has no such line. Where values are not compared, an empty one for each line.
    package var first: [String]
    /// What the second answer says.
    package var second: [String]

    /// Compares the answers of two columns, request by request.
    ///
    /// - Returns: What differs: of each pair of answers the status, and the headers in the order of the first answer, then
    ///   of the second. Where the requests are no longer alike, how they go on, and no more.
    package static func between(_ first: [ComparedAnswer], _ second: [ComparedAnswer]) -> [AnswerDifference] {
        var differences: [AnswerDifference] = []
        for (index, pair) in zip(first, second).enumerated() where pair.0.method == pair.1.method {
            differences += between(pair.0, pair.1, request: index + 1)
        }
        let methods = (first.map(\.method), second.map(\.method))
        if methods.0 != methods.1 {
            let alike = zip(methods.0, methods.1).prefix { $0 == $1 }.count
            differences.removeAll { $0.request > alike }
            differences.append(
                AnswerDifference(
                    request: alike + 1, method: "", name: "requests", isHeader: false,
                    first: Array(methods.0.dropFirst(alike)), second: Array(methods.1.dropFirst(alike))))
        }
        return differences
    }

    private static func between(
        _ first: ComparedAnswer, _ second: ComparedAnswer, request: Int
    ) -> [AnswerDifference] {
        func difference(_ name: String, isHeader: Bool, _ first: [String], _ second: [String]) -> AnswerDifference? {
            guard first != second else { return nil }
            return AnswerDifference(
                request: request, method: method, name: name, isHeader: isHeader, first: first, second: second)
        }
        let method = first.method
        let statuses = [first, second].map { [$0.status.map(String.init) ?? "none"] }
        var seen: Set<String> = []
        let names = (first.lines + second.lines).map(\.name).filter { seen.insert($0.lowercased()).inserted }
        return [difference("status", isHeader: false, statuses[0], statuses[1])].compactMap(\.self)
            + names.compactMap { difference($0, isHeader: true, first.values($0), second.values($0)) }
    }
}

extension ComparedAnswer {
    /// The values of a header's lines, in order; empty ones where they are not compared.
    fileprivate func values(_ name: String) -> [String] {
        let name = name.lowercased()
        return lines.filter { $0.name.lowercased() == name }.map { $0.value ?? "" }
    }
}
