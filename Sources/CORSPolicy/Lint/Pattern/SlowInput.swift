import CORSVocabulary

/// An input on which a pattern takes far longer than its length allows, found in the pattern's structure and measured.
struct SlowInput: Sendable, Hashable {
    /// How much processor time a match of one length took.
    struct Measure: Sendable, Hashable {
        /// The input's length in bytes.
        var length: Int
        /// Milliseconds, or nil if it was given up.
        var milliseconds: Int?
    }

    /// The input.
    var text: String
    /// What stands before, and after, the part that is repeated.
    var before: String
    var repeatedPart: String
    var count: Int
    var after: String
    /// How the time grew.
    var growth: [Measure] = []

    /// How often the part is repeated, in the order of the trials: small steps first, so that a trial that is given up
    /// does not go on for long in its thread.
    private static let counts = Array(stride(from: 6, through: 40, by: 2)) + [48, 64, 96, 128, 192, 256, 384, 480]
    /// How many inputs are tried.
    private static let mostPumps = 32

    /// Looks for such an input; nil if none was found that takes longer than the limit.
    static func find(_ source: String) -> SlowInput? {
        guard let parsed = ExpressionParser.parse(source),
            let regex = try? Regex(source).matchingSemantics(.unicodeScalar)
        else { return nil }
        let matcher = GuardedMatcher(regex)
        var pumps = Pumps()
        pumps.collect(parsed.expression, before: "")
        for pump in pumps.found.prefix(mostPumps) {
            let inputs = counts.map { SlowInput(pump, count: $0) }.filter {
                $0.text.utf8.count <= OriginPattern.maximumLength
            }
            let costs = matcher.costs(inputs.map(\.text))
            guard costs.count < inputs.count else { continue }
            var slow = inputs[costs.count]
            slow.growth = zip(inputs, costs).suffix(4).map { input, cost in
                Measure(length: input.text.utf8.count, milliseconds: cost / 1_000_000)
            }
            slow.growth.append(Measure(length: slow.text.utf8.count, milliseconds: nil))
            return slow
        }
        return nil
    }

    private init(_ pump: Pumps.Pump, count: Int) {
        before = pump.before
        repeatedPart = pump.part
        after = pump.after
        self.count = count
        text = before + String(repeating: repeatedPart, count: count) + after
    }
}

/// The places of a pattern where an input can be made longer.
private struct Pumps {
    /// A text, a part to repeat, and an end that does not match.
    struct Pump: Hashable {
        var before: String
        var part: String
        var after: String
    }

    private(set) var found: [Pump] = []
    private static let limit = 64

    /// Collects the parts of an expression that may be repeated without end.
    mutating func collect(_ expression: Expression, before: String) {
        guard found.count < Self.limit else { return }
        switch expression {
        case .set, .dot: return
        case .choice(let options): for option in options { collect(option, before: before) }
        case .sequence(let parts):
            var start = before
            for part in parts {
                collect(part, before: start)
                start += Self.sample(part)
            }
        case .repeated(let inner, _, let high, _):
            if high == nil || (high ?? 0) > 16 {
                for part in Self.parts(inner) {
                    found.append(Pump(before: before, part: part, after: "!"))
                    found.append(Pump(before: before, part: part, after: ".!"))
                }
            }
            collect(inner, before: before)
        }
    }

    /// Short texts that match, one with each of the expression's first letters.
    private static func parts(_ expression: Expression) -> [String] {
        var texts = [sample(expression, fills: true)]
        if case .choice(let options) = expression { texts += options.map { sample($0, fills: true) } }
        if case .set(let set) = expression {
            for byte in "0-.".utf8 where set.contains(byte) { texts.append(Latin1.text([byte])) }
        }
        var seen: Set<String> = []
        return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// A short text that matches.
    private static func sample(_ expression: Expression, fills: Bool = false) -> String {
        switch expression {
        case .set(let set):
            let liked = "ax10-".utf8.first(where: set.contains) ?? set.bytes.first ?? 0
            return Latin1.text([liked])
        case .dot: return "a"
        case .sequence(let parts): return parts.map { sample($0, fills: fills) }.joined()
        case .choice(let options): return options.first.map { sample($0, fills: fills) } ?? ""
        case .repeated(let inner, let low, _, _):
            let times = fills ? max(low, 1) : low
            return String(repeating: sample(inner, fills: fills), count: min(times, 64))
        }
    }
}
