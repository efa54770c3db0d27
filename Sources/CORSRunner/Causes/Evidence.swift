import CORSPolicy
import CORSVocabulary

/// What a cause is inferred from.
struct Evidence {
    /// The finding.
    let finding: Finding
    /// Its row.
    let row: RowResult
    /// Whether the row asks for the protected route.
    let isProtected: Bool
    /// What the policy means.
    let meaning: PolicyMeaning
    /// What the whole run shows of the policy.
    let facts: RunFacts

    /// The exchange that shows the finding.
    var exchange: RecordedExchange? {
        finding.exchange.flatMap { row.exchanges.indices.contains($0) ? row.exchanges[$0] : nil }
    }

    /// The response that shows the finding.
    var response: HTTPResponse? { exchange?.response }

    /// The origin that was sent.
    var origin: Origin? { exchange?.request.headers.first(.origin).map { Origin(bytes: $0.bytes) } }

    /// The path that was asked for, without its query.
    var path: String { Self.bare(exchange?.request.path ?? "") }

    /// Returns a path without its query, in which each request to a live server has a value of its own.
    static func bare(_ path: String) -> String { String(path.prefix { $0 != "?" }) }

    /// Whether the request that shows the finding is a preflight.
    var isPreflight: Bool {
        guard let request = exchange?.request else { return false }
        return request.method == .options && request.headers.contains(.accessControlRequestMethod)
    }
}
