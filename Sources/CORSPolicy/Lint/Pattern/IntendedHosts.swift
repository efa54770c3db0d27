/// What a pattern's author meant, as far as the pattern's literal parts say it.
struct IntendedHosts {
    /// The domains whose owners were meant.
    private(set) var domains: Set<String> = []
    /// Public suffixes below which the pattern leaves the name open.
    private(set) var openSuffixes: Set<String> = []
    /// Literal beginnings of hosts after which the pattern goes on.
    private(set) var openBeginnings: Set<String> = []

    /// How many readings of a pattern are looked at.
    private static let mostReadings = 512
    /// What is repeated so often, as written, is read as any text.
    private static let wild: UInt8 = 0

    /// Reads an expression whose loose dots are literal ones; nil if it can be read in too many ways.
    init?(_ expression: Expression) {
        guard let readings = Self.readings(expression) else { return nil }
        for reading in Set(readings) { add(reading) }
    }

    /// Adds the domain of an origin that is known to be meant.
    mutating func add(origin: String) {
        guard let parts = OriginSyntax(origin), !parts.isAddress,
            let domain = PublicSuffixes.ownedDomain(of: parts.host)
        else { return }
        domains.insert(domain)
    }

    // MARK: - Readings

    /// Texts that the expression stands for, with a zero where any text may stand.
    private static func readings(_ expression: Expression) -> [[UInt8]]? {
        switch expression {
        case .set(let set):
            let lower = set.intersection(ByteSet.upperCase.inverted)
            // A choice between a dot and a hyphen is meant as the boundary of a label.
            if lower.contains(UInt8(ascii: ".")), lower.count <= 3 { return [[UInt8(ascii: ".")]] }
            // Two or three letters to choose from are as good as literal.
            return lower.count <= 3 && !lower.isEmpty ? lower.bytes.map { [$0] } : [[wild]]
        case .dot: return [[wild]]
        case .sequence(let parts):
            var whole: [[UInt8]] = [[]]
            for part in parts {
                guard let next = readings(part), whole.count * next.count <= mostReadings else { return nil }
                whole = whole.flatMap { start in next.map { start + $0 } }
            }
            return whole
        case .choice(let options):
            var all: [[UInt8]] = []
            for option in options {
                guard let next = readings(option), all.count + next.count <= mostReadings else { return nil }
                all += next
            }
            return all
        case .repeated(let inner, let low, let high, _):
            // One character, however often, is read as itself.
            if case .set(let set) = inner, set.count == 1, high == nil || high == 1 {
                return [set.bytes] + (low == 0 ? [[]] : [])
            }
            if case .set = inner, high != low || low > 3, high != 1 { return low == 0 ? [[wild], []] : [[wild]] }
            if case .dot = inner { return [[wild]] }
            guard let next = readings(inner) else { return nil }
            let some =
                high == low && low > 1 && low <= 8 ? next.map { Array(repeatElement($0, count: low).joined()) } : next
            return low == 0 ? some + [[]] : some
        }
    }

    // MARK: - Hosts

    private mutating func add(_ reading: [UInt8]) {
        let host = Self.host(of: reading)
        let runs = host.split(separator: Self.wild).map { String(decoding: $0, as: UTF8.self) }
        if !host.isEmpty, !host.contains(Self.wild) { return addWhole(String(decoding: host, as: UTF8.self)) }
        let isTrailing = host.last != Self.wild
        let isLeading = host.first != Self.wild
        // The last run that says whose it is, is what was meant.
        for (index, run) in runs.enumerated().reversed() {
            let isLast = index == runs.count - 1
            let isOpenBefore = index > 0 || !isLeading
            let isOpenAfter = !isLast || !isTrailing
            if add(run: run, isOpenBefore: isOpenBefore, isOpenAfter: isOpenAfter) { return }
        }
        if isLeading, let first = runs.first { addBeginning(first) }
    }

    /// The part of a reading that is the host: after the scheme, up to a port or a path.
    private static func host(of reading: [UInt8]) -> [UInt8] {
        var start = 0
        for index in reading.indices where reading[index...].starts(with: "://".utf8) { start = index + 3 }
        let rest = reading[start...]
        return Array(rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") })
    }

    private mutating func addWhole(_ host: String) {
        guard !Self.isAddress(host), let domain = PublicSuffixes.ownedDomain(of: host) else { return }
        domains.insert(domain)
    }

    /// Takes a literal run between parts that are open; returns whether it says whose the host is.
    private mutating func add(run: String, isOpenBefore: Bool, isOpenAfter: Bool) -> Bool {
        let isAtBoundary = run.hasPrefix(".") || !isOpenBefore
        let text = String(run.drop { $0 == "." || $0 == "-" })
        let labels = text.split(separator: ".")
        if labels.isEmpty || Self.isAddress(text) { return false }
        if isOpenAfter {
            // The top-level domain is open, or there is no whole label at all.
            if run.hasSuffix(".") || labels.count < 2 { return false }
            guard let domain = PublicSuffixes.ownedDomain(of: text) else { return false }
            domains.insert(domain)
            openBeginnings.insert(domain)
            return true
        }
        let suffix = PublicSuffixes.suffixLength(labels)
        let isPartial = run.hasPrefix("-")
        let name = labels.suffix(suffix).joined(separator: ".")
        if suffix == labels.count || isPartial && suffix == labels.count - 1 && PublicSuffixes.platforms.contains(name)
        {
            openSuffixes.insert(name)
            return true
        }
        guard labels.count > 1 || isAtBoundary, let domain = PublicSuffixes.ownedDomain(of: text) else { return false }
        domains.insert(domain)
        return true
    }

    /// Takes a host that begins with a literal part and goes on with an open one.
    private mutating func addBeginning(_ run: String) {
        if run.contains(where: { $0 != "." && !$0.isNumber }) { openBeginnings.insert(run) }
        if !run.contains("."), !run.hasSuffix("-") { domains.insert(run) }
    }

    private static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("[") || text.allSatisfy { $0 == "." || $0.isNumber }
    }
}
