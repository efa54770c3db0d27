import CORSVocabulary
import StrictJSON

/// A policy's pattern as lint sees it: compiled and analysed, or why it could not be.
struct LintedPattern {
    /// What came of it.
    enum State {
        case empty
        case tooLong
        case invalid(String)
        case slow(SlowInput, PatternAnalysis)
        case slowWithout(origin: String)
        case usable(OriginPattern, PatternAnalysis)
    }

    /// The pattern.
    let text: String
    /// Where it stands.
    let position: SourcePosition?
    /// What came of it.
    let state: State

    /// Compiles and analyses a pattern.
    ///
    /// - Parameters:
    ///   - text: The pattern and its place.
    ///   - listed: The origins that stand beside it.
    ///   - meant: Origins that it is known to be meant for.
    init(_ text: PolicyDraft.Text, listed: [String], meant: [String]) {
        self.text = text.text
        position = text.position
        state = Self.state(of: text.text, listed: listed, meant: meant)
    }

    private static func state(of source: String, listed: [String], meant: [String]) -> State {
        if source.isEmpty { return .empty }
        if source.utf8.count > OriginPattern.maximumSourceLength { return .tooLong }
        do {
            let pattern = try OriginPattern.compile(source)
            // Slowness is looked for first: a match that never ends would hold its thread.
            if let slow = SlowInput.find(source) {
                return .slow(slow, PatternAnalysis(pattern, listed: listed, meant: meant, isSlow: true))
            }
            try pattern.remember(PatternSamples(source).trying.map { Origin($0) })
            return .usable(pattern, PatternAnalysis(pattern, listed: listed, meant: meant))
        } catch {
            switch error {
            case .invalid(let words): return .invalid(words)
            case .tooSlow(let origin): return .slowWithout(origin: origin)
            }
        }
    }

    /// The compiled pattern, if it can be used.
    var usable: OriginPattern? { if case .usable(let pattern, _) = state { pattern } else { nil } }
    /// The analysis, if there is one: of a slow pattern as well.
    var analysis: PatternAnalysis? {
        switch state {
        case .usable(_, let analysis), .slow(_, let analysis): analysis
        default: nil
        }
    }

    /// Returns the faults of a kind.
    func faults(_ kind: PatternFault.Kind) -> [PatternFault] { (analysis?.faults ?? []).filter { $0.kind == kind } }
}
