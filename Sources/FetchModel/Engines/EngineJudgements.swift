/// An exchange judged by the standard and by each engine.
package struct EngineJudgements: Sendable {
    private let exchange: Exchange
    /// By the standard.
    package let standard: Judgement
    /// By the engines that come to an end of their own; an engine that needs an answer that is missing has none.
    private let judgements: [Engine: Judgement]

    /// Judges an exchange.
    ///
    /// - Throws: `ExchangeError` if a response that the standard needs is missing.
    package init(_ exchange: Exchange) throws(ExchangeError) {
        self.exchange = exchange
        standard = try Browser.judge(exchange)
        var judgements: [Engine: Judgement] = [:]
        for engine in Engine.allCases {
            judgements[engine] = try? Browser.judge(exchange, deviations: engine.deviations)
        }
        self.judgements = judgements
    }

    /// Returns an engine's judgement, or nil if it needs an answer that is missing.
    func judgement(of engine: Engine) -> Judgement? { judgements[engine] }

    /// Where a shipped engine is known to come to something else: every deviation that plays a part.
    ///
    /// A deviation that changes no more than a preflight's lines is among them only if there is another.
    package var differences: [EngineDifference] {
        let hasDifference = judgements.values.contains { !isSame($0, standard) }
        guard hasDifference else { return [] }
        return Engine.allCases.flatMap { engine -> [EngineDifference] in
            guard let judgement = judgements[engine] else { return [] }
            return Deviation.allCases.filter { matters($0, in: engine, judgement) }.map { deviation in
                EngineDifference(engine: engine, deviation: deviation, verdict: judgement.verdict)
            }
        }
    }

    /// Returns the line that an engine's console shows, or nil if it shows none.
    package func console(_ engine: Engine) -> String? {
        guard let judgement = judgements[engine] else { return nil }
        switch engine {
        case .chromium: return ChromiumConsole.line(judgement)
        case .firefox: return FirefoxConsole.line(judgement) ?? warning(judgement)
        }
    }

    /// Firefox warns where a wildcard alone covers `Authorization`.
    private func warning(_ judgement: Judgement) -> String? {
        guard judgement.verdict.hasPreflight, judgement.verdict.outcomeName != "blocked",
            let strict = try? Browser.judge(
                exchange, deviations: Engine.firefox.deviations.removing(.authorizationUnderWildcard)),
            strict.verdict.failure?.reason == .headerNotAllowed
        else { return nil }
        return FirefoxConsole.authorizationWarning(strict)
    }

    /// Says whether a deviation plays a part: by itself, or as the one that is left out.
    private func matters(_ deviation: Deviation, in engine: Engine, _ judgement: Judgement) -> Bool {
        guard engine.deviations.contains(deviation) else { return false }
        if let alone = try? Browser.judge(exchange, deviations: [deviation]), !isSame(alone, standard) { return true }
        let without = try? Browser.judge(exchange, deviations: engine.deviations.removing(deviation))
        guard let without, isSame(without, judgement) else { return true }
        return without.preflightHeaders != judgement.preflightHeaders
    }

    private func isSame(_ left: Judgement, _ right: Judgement) -> Bool {
        left.verdict.hasPreflight == right.verdict.hasPreflight
            && left.verdict.outcomeName == right.verdict.outcomeName && left.verdict.exposed == right.verdict.exposed
    }
}
