import CORSVocabulary

/// What answers in the server's place: a rate limit, a firewall, a login page, a cache.
enum BystanderCauses {
    /// Returns the cause, where most answers of the run look like it and this one does.
    static func cause(_ evidence: Evidence) -> Cause? {
        guard let response = evidence.response else { return nil }
        let facts = evidence.facts
        if response.status == 429, facts.isMostly({ $0 == 429 }) { return .rateLimited }
        // A CORS layer that refuses answers 403 as well, but not to requests without an Origin.
        if response.status == 403, facts.isMostlyForbiddenWithoutOrigin { return .firewallAnswers }
        if (300..<400).contains(response.status), facts.isMostly({ (300..<400).contains($0) }) {
            return .loginPageAnswers
        }
        if facts.isWrongThroughIntermediary, isThroughIntermediary(response) { return .addedBetween }
        if !evidence.isPreflight, CacheModel.isHit(response) { return .cacheAnswered }
        return nil
    }

    /// What proxies, gateways and CDNs write into the answers that they pass on.
    ///
    /// https://www.rfc-editor.org/rfc/rfc9110.html#name-via
    private static let marks: Set<FieldName> = [
        "Via", "CF-Ray", "X-Amz-Cf-Id", "X-Amzn-Trace-Id", "X-Served-By", "X-Azure-Ref",
        "X-Envoy-Upstream-Service-Time",
    ]

    /// Says whether an answer says that something passed it on.
    static func isThroughIntermediary(_ response: HTTPResponse) -> Bool {
        response.headers.fields.contains { marks.contains($0.name) }
    }
}
