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
        if !evidence.isPreflight, CacheModel.isHit(response) { return .cacheAnswered }
        return nil
    }
}
