import CORSVocabulary

/// What a pattern accepts of what browsers send, beside what its author meant.
struct PatternAnalysis {
    /// The faults, each with its witness.
    private(set) var faults: [PatternFault] = []
    /// Whether no origin of a browser matches.
    private(set) var matchesNothing = false
    /// The alternatives, by their number from 1, that no origin of a browser matches.
    private(set) var deadAlternatives: [Int] = []
    /// Whether every origin that matches is listed beside the pattern.
    private(set) var isCoveredByList = false
    /// An origin by plain http, not on the browser's own machine.
    private(set) var plainHTTP: String?
    /// A host that is granted on any port.
    private(set) var anyPort: String?
    /// Whether letters match in either case.
    private(set) var ignoresCase = false
    /// Why nothing could be said of what the pattern accepts.
    private(set) var obstacle: String?

    /// How many candidates are tried with the engine where the structure is only approximately known.
    private static let candidates = 16
    /// Longer lists are not compared with the pattern.
    private static let longestList = 200

    private let pattern: OriginPattern
    private let isSlow: Bool
    private var isApproximate = false

    /// Analyses a pattern that compiles.
    ///
    /// - Parameters:
    ///   - pattern: The pattern.
    ///   - listed: The origins that stand beside it.
    ///   - meant: Origins that it is known to be meant for.
    ///   - isSlow: Whether it is known to be slow, so that nothing is matched with it that need not be.
    init(_ pattern: OriginPattern, listed: [String], meant: [String], isSlow: Bool = false) {
        self.pattern = pattern
        self.isSlow = isSlow
        guard let parsed = ExpressionParser.parse(pattern.source) else {
            obstacle = "its structure is not understood"
            addAnyOrigin(nil)
            return
        }
        ignoresCase = parsed.ignoresCase
        isApproximate = parsed.isApproximate
        do throws(Automaton.TooLarge) {
            try analyse(parsed.expression, listed: listed, meant: meant)
        } catch {
            obstacle = "it is too large"
            if faults.isEmpty { addAnyOrigin(nil) }
        }
    }

    private mutating func analyse(_ whole: Expression, listed: [String], meant: [String]) throws(Automaton.TooLarge) {
        let machine = try Automaton(whole)
        try checkReach(whole, machine, listed: listed)
        if matchesNothing { return }
        let pages = try Automaton(OriginLanguages.pages)
        let ports = try Automaton(OriginLanguages.defaultPorts)
        if try isSlow ? takesAnyOrigin(machine) : isAnyOrigin {
            return addAnyOrigin(try confirmed([machine, pages], but: [ports]))
        }
        let dots = Set(whole.looseDots)
        let repaired = whole.readingDots(dots)
        guard var intended = IntendedHosts(repaired) else {
            obstacle = "it can be read in too many ways"
            return
        }
        for origin in (listed + meant).prefix(Self.longestList) { intended.add(origin: origin) }
        let owned = try Automaton(OriginLanguages.owned(by: intended.domains.sorted()))
        let rest = [ports, owned]
        let read = try Automaton(repaired)
        for dot in dots.sorted() {
            let loose = try Automaton(whole.readingDots(dots, but: dot))
            let witness = try confirmed([loose, pages], but: rest + [read])
            faults.append(PatternFault(kind: .looseDot, subject: beginning(before: dot), witness: witness))
        }
        // A host that another fault lets in does not show this one.
        let named = [
            try Automaton(OriginLanguages.glued(to: intended.domains.sorted())),
            try Automaton(OriginLanguages.continued(after: intended.openBeginnings.sorted())),
        ]
        var culprits: Set<Int> = []
        for place in repaired.optionalParts {
            let required = try Automaton(repaired.requiring([place]))
            guard let witness = try confirmed([read, pages], but: rest + named + [required]) else { continue }
            culprits.insert(place)
            faults.append(PatternFault(kind: .optionalPart, subject: part(before: place), witness: witness))
        }
        let strict = culprits.isEmpty ? read : try Automaton(repaired.requiring(culprits))
        try checkHosts([strict, pages], rest, intended)
        try checkHTTPAndPorts([strict, pages, owned], ports)
    }

    /// Looks for hosts of other owners, by the ways in which they are let in.
    private mutating func checkHosts(
        _ accepting: [Automaton], _ refusing: [Automaton], _ intended: IntendedHosts
    ) throws(Automaton.TooLarge) {
        var others = refusing
        let ways: [(PatternFault.Kind, Set<String>, ([String]) -> Expression)] = [
            (.publicSuffix, intended.openSuffixes, { OriginLanguages.below($0) }),
            (.openEnd, intended.openBeginnings, { OriginLanguages.continued(after: $0) }),
            (.missingBoundary, intended.domains, { OriginLanguages.glued(to: $0) }),
        ]
        for (kind, names, language) in ways where !names.isEmpty {
            let way = try Automaton(language(names.sorted()))
            others.append(way)
            guard let witness = try confirmed(accepting + [way], but: Array(others.dropLast())) else { continue }
            let name = names.sorted().first { witness.contains($0) } ?? ""
            faults.append(PatternFault(kind: kind, subject: name, witness: witness))
            if kind != .publicSuffix { others.append(try Automaton(OriginLanguages.containing(names.sorted()))) }
        }
        if let witness = try confirmed(accepting, but: others) {
            faults.append(PatternFault(kind: .foreignHost, subject: "", witness: witness))
        }
    }

    private mutating func checkHTTPAndPorts(
        _ accepting: [Automaton], _ ports: Automaton
    ) throws(Automaton.TooLarge) {
        let own = try Automaton(OriginLanguages.ownMachine)
        plainHTTP = try confirmed(accepting + [try Automaton(OriginLanguages.plainHTTP)], but: [ports, own])
        let low = try confirmed(accepting + [try Automaton(OriginLanguages.withPort("1"))], but: [ports, own])
        let high = try confirmed(accepting + [try Automaton(OriginLanguages.withPort("49152"))], but: [ports, own])
        if low != nil { anyPort = high }
    }

    /// Looks at what the pattern reaches at all.
    private mutating func checkReach(
        _ whole: Expression, _ machine: Automaton, listed: [String]
    ) throws(Automaton.TooLarge) {
        let everything = try Automaton(OriginLanguages.everything)
        let ports = try Automaton(OriginLanguages.defaultPorts)
        func reaches(_ machine: Automaton, but refused: [Automaton]) throws(Automaton.TooLarge) -> Bool {
            try !WitnessSearch.find(accepting: [machine, everything], refusing: refused).isEmpty
        }
        if try !reaches(machine, but: [ports]) {
            matchesNothing = !isSlow && (try? pattern.matches(.null)) == false
            return
        }
        for (index, option) in whole.alternatives.enumerated() where whole.alternatives.count > 1 {
            if try !reaches(try Automaton(option), but: [ports]), option != .literal("null") {
                deadAlternatives.append(index + 1)
            }
        }
        guard !listed.isEmpty, listed.count <= Self.longestList else { return }
        isCoveredByList = try !reaches(machine, but: [ports, try Automaton(.literals(listed))])
    }

    // MARK: - The engine

    /// Whether origins that have nothing in common match.
    private var isAnyOrigin: Bool {
        PolicyMeaning.invented.count { (try? pattern.matches(Origin($0))) == true } >= 2
    }

    /// The same, as a machine says it.
    private func takesAnyOrigin(_ machine: Automaton) throws(Automaton.TooLarge) -> Bool {
        var count = 0
        for origin in PolicyMeaning.invented {
            var state = machine.start
            for byte in origin.utf8 { state = try machine.step(state, byte) }
            if machine.accepts(state) { count += 1 }
        }
        return count >= 2
    }

    private mutating func addAnyOrigin(_ witness: String?) {
        guard witness != nil || !isSlow && isAnyOrigin else { return }
        let invented = witness ?? PolicyMeaning.invented.first { (try? pattern.matches(Origin($0))) == true }
        faults = [PatternFault(kind: .anyOrigin, subject: "", witness: invented)]
    }

    /// The shortest origin of machines that the engine accepts as well.
    private func confirmed(
        _ accepting: [Automaton], but refusing: [Automaton]
    ) throws(Automaton.TooLarge) -> String? {
        let found = try WitnessSearch.find(
            accepting: accepting, refusing: refusing, limit: isApproximate ? Self.candidates : 1)
        return found.first { text in
            OriginProblem.of(text) == nil && (try? pattern.matches(Origin(text))) == true
        }
    }

    // MARK: - Words

    /// What stands before a dot.
    private func beginning(before dot: Int) -> String {
        String(decoding: Array(pattern.source.utf8)[max(0, dot - 40)..<dot], as: UTF8.self)
    }

    /// The part of the pattern that a quantifier is for.
    private func part(before place: Int) -> String {
        let bytes = Array(pattern.source.utf8)
        guard place > 0, place < bytes.count, bytes[place - 1] == UInt8(ascii: ")") else { return "" }
        var depth = 0
        for index in (0..<place).reversed() {
            if index > 0, bytes[index - 1] == UInt8(ascii: "\\") { continue }
            if bytes[index] == UInt8(ascii: ")") { depth += 1 }
            if bytes[index] == UInt8(ascii: "(") {
                depth -= 1
                if depth == 0 { return String(decoding: bytes[index...place], as: UTF8.self) }
            }
        }
        return ""
    }
}
