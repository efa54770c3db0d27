import CORSVocabulary

/// What is found again and again where the same requests are sent in several rounds: told once.
enum RepeatedFindings {
    /// What makes findings the same: all but the place of the exchange.
    private struct Key: Hashable {
        let finding: Finding
        let request: HTTPRequest?
    }

    /// Joins findings about the same answer to the same request.
    ///
    /// - Parameters:
    ///   - findings: What was found, in the order of the steps.
    ///   - exchanges: What was sent and what came back.
    /// - Returns: The first of each kind, with how often the request was answered so.
    static func joined(_ findings: [Finding], in exchanges: [RecordedExchange]) -> [Finding] {
        var order: [Key] = []
        var found: [Key: (first: Finding, count: Int)] = [:]
        for finding in findings {
            var bare = finding
            bare.exchange = nil
            let request = finding.exchange.map { exchanges[$0].request }
            let key = Key(finding: bare, request: request)
            if found[key] == nil { order.append(key) }
            found[key] = (found[key]?.first ?? finding, (found[key]?.count ?? 0) + 1)
        }
        return order.compactMap { key in
            guard let (first, count) = found[key] else { return nil }
            let sent = exchanges.count { $0.request == key.request }
            guard sent > 1 else { return first }
            var told = first
            told.message += " So it is \(count) of \(sent) times that the same request is sent."
            return told
        }
    }
}
