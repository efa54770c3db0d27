/// An expression as a machine that reads byte by byte; its deterministic states are made when they are reached.
final class Automaton {
    /// The machine has grown beyond its bounds.
    struct TooLarge: Error {}

    /// A place in the machine: it reads a byte of a set, or goes on without one.
    private enum Node {
        case read(ByteSet, next: Int)
        case split([Int])
        case end
    }

    private static let mostNodes = 6000
    private static let mostStates = 6000

    /// The state from which nothing is accepted.
    static let dead = 0
    /// The state at the beginning.
    private(set) var start = 0

    private var nodes: [Node] = []
    private var states: [[Int]] = [[]]
    private var numbers: [[Int]: Int] = [[]: 0]
    private var isAccepting: [Bool] = [false]
    private var steps: [[Int32]] = [Array(repeating: 0, count: 128)]

    /// Makes the machine of an expression.
    ///
    /// - Throws: `TooLarge` if it has too many places.
    init(_ expression: Expression) throws(TooLarge) {
        nodes = [.end]
        let first = try add(expression, to: 0)
        start = try number(closure([first]))
    }

    /// Adds an expression that goes on to a place, and returns where it begins.
    private func add(_ expression: Expression, to next: Int) throws(TooLarge) -> Int {
        switch expression {
        case .set(let set): return try append(.read(set, next: next))
        case .dot: return try append(.read(.any, next: next))
        case .sequence(let parts):
            var place = next
            for part in parts.reversed() { place = try add(part, to: place) }
            return place
        case .choice(let parts):
            var places: [Int] = []
            for part in parts { places.append(try add(part, to: next)) }
            return try append(.split(places))
        case .repeated(let inner, let low, let high, _):
            var place = next
            if let high {
                for _ in low..<max(low, high) { place = try append(.split([try add(inner, to: place), next])) }
            } else {
                let loop = try append(.split([]))
                nodes[loop] = .split([try add(inner, to: loop), next])
                place = loop
            }
            for _ in 0..<low { place = try add(inner, to: place) }
            return place
        }
    }

    private func append(_ node: Node) throws(TooLarge) -> Int {
        guard nodes.count < Self.mostNodes else { throw TooLarge() }
        nodes.append(node)
        return nodes.count - 1
    }

    /// The places that are reached without reading.
    private func closure(_ places: [Int]) -> [Int] {
        var seen: Set<Int> = []
        var rest = places
        var result: [Int] = []
        while let place = rest.popLast() {
            guard seen.insert(place).inserted else { continue }
            if case .split(let next) = nodes[place] { rest += next } else { result.append(place) }
        }
        return result.sorted()
    }

    private func number(_ places: [Int]) throws(TooLarge) -> Int {
        if let known = numbers[places] { return known }
        guard states.count < Self.mostStates else { throw TooLarge() }
        let number = states.count
        states.append(places)
        numbers[places] = number
        isAccepting.append(places.first == 0)
        steps.append(Array(repeating: -1, count: 128))
        return number
    }

    /// Returns the state after a byte.
    ///
    /// - Throws: `TooLarge` if there are too many states.
    func step(_ state: Int, _ byte: UInt8) throws(TooLarge) -> Int {
        let known = steps[state][Int(byte)]
        if known >= 0 { return Int(known) }
        var places: [Int] = []
        for place in states[state] {
            if case .read(let set, let next) = nodes[place], set.contains(byte) { places.append(next) }
        }
        let next = try number(closure(places))
        steps[state][Int(byte)] = Int32(next)
        return next
    }

    /// Says whether what has been read up to a state is accepted.
    func accepts(_ state: Int) -> Bool { isAccepting[state] }
}
