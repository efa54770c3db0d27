/// Texts made from a pattern's structure: short and varied ones that it should match, and long ones that try it.
struct PatternSamples {
    /// How many texts are made of one part.
    private static let limit = 12

    private let root: PatternParser.Node?

    /// Reads a pattern.
    init(_ source: String) { root = PatternParser.parse(source) }

    /// Texts that the pattern should match.
    var matching: [String] {
        guard let root else { return [] }
        return Self.texts(root)
    }

    private static func texts(_ node: PatternParser.Node) -> [String] {
        switch node {
        case .characters(let all): return characters(from: all)
        case .choice(let options): return unique(interleave(options.map(texts)))
        case .sequence(let nodes):
            var whole = [""]
            for node in nodes {
                let parts = texts(node)
                if parts.isEmpty { return [] }
                // The shortest of each part with every start, then the other parts with the first start.
                let first = whole.map { $0 + parts[0] }
                let others = parts.dropFirst().map { whole[0] + $0 }
                whole = unique(Array((first + others).prefix(limit)))
            }
            return whole
        case .repeated(let inner, let low, let high): return repeated(inner, low, high)
        }
    }

    /// One plain character of a class, and a digit or a hyphen if the class has them.
    private static func characters(from characters: [Character]) -> [String] {
        let preferred: [Character] = ["a", "x", "1", "0"]
        var picks = preferred.filter { characters.contains($0) }
        if picks.isEmpty, let first = characters.first { picks = [first] }
        return picks.prefix(2).map { String($0) }
    }

    private static func repeated(_ inner: PatternParser.Node, _ low: Int, _ high: Int?) -> [String] {
        let most = high ?? low + 3
        var result: [String] = []
        // A class that is repeated is a word: it reads better as one.
        if case .characters(let characters) = inner {
            for word in ["app", "www", "a-1", "42", "a.b"] where word.count >= low && word.count <= max(most, 3) {
                if word.allSatisfy({ characters.contains($0) }), high == nil || word.count <= most {
                    result.append(word)
                }
            }
        }
        let parts = texts(inner)
        for count in [max(low, 1), low, min(low + 1, most), min(low + 2, most)] where count <= most {
            if count == 0 {
                result.append("")
            } else if let first = parts.first {
                result.append(String(repeating: first, count: count))
                if count == 1 { result += parts.dropFirst() }
            }
        }
        return Array(unique(result).prefix(limit))
    }

    private static func interleave(_ lists: [[String]]) -> [String] {
        let longest = lists.map(\.count).max() ?? 0
        return (0..<longest).flatMap { index in lists.compactMap { $0.count > index ? $0[index] : nil } }
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// How many samples, and how many places of each, are tried for slowness.
    private static let triedSamples = 2
    private static let triedPlaces = 20

    /// Texts that make a pattern with nested repetitions try every split.
    ///
    /// Each is a matching text with one of its characters repeated, and an end that cannot match.
    var trying: [String] {
        if matching.isEmpty { return ["https://" + String(repeating: "a", count: 48) + "!"] }
        var texts: [String] = []
        for sample in matching.prefix(Self.triedSamples) {
            let host = sample.lastIndex(of: "/").map { sample.index(after: $0) } ?? sample.startIndex
            for place in sample[host...].indices.prefix(Self.triedPlaces) where sample[place] != "." {
                let run = String(repeating: sample[place], count: 40)
                texts.append(sample[..<place] + run + "!")
                texts.append(sample[..<place] + run + sample[sample.index(after: place)...] + "!")
            }
        }
        return Self.unique(texts)
    }
}
