/// Finds the shortest texts that some machines accept and others do not; of equally short ones the first by its bytes.
enum WitnessSearch {
    /// How many combinations of states are looked at.
    private static let mostVisits = 40_000
    /// Longer texts are not looked for: they are no origins.
    private static let longest = 300
    /// The bytes of origins, in order.
    private static let alphabet = Array("+-./0123456789:[]_abcdefghijklmnopqrstuvwxyz".utf8)

    private struct Visit {
        var states: [Int]
        var before: Int
        var byte: UInt8
        var length: Int
    }

    /// Finds texts, the shortest first.
    ///
    /// - Parameters:
    ///   - accepting: The machines that must accept.
    ///   - refusing: The machines that must not.
    ///   - limit: How many texts are wanted; where more than one is, a combination of states is passed that often.
    /// - Returns: The texts; fewer if there are no more, or the bounds are reached.
    /// - Throws: `Automaton.TooLarge` if a machine, or the search, exceeds its bounds before anything is found.
    static func find(
        accepting: [Automaton], refusing: [Automaton] = [], limit: Int = 1
    ) throws(Automaton.TooLarge) -> [String] {
        let machines = accepting + refusing
        var visits = [Visit(states: machines.map(\.start), before: -1, byte: 0, length: 0)]
        var passed: [[Int]: Int] = [visits[0].states: 1]
        var found: [String] = []
        var index = 0
        while index < visits.count {
            let visit = visits[index]
            let isFound = zip(machines, visit.states).enumerated().allSatisfy { place, pair in
                pair.0.accepts(pair.1) == (place < accepting.count)
            }
            if isFound {
                found.append(text(visits, index))
                if found.count == limit { return found }
            }
            index += 1
            guard visit.length < longest else { continue }
            bytes: for byte in alphabet {
                var states: [Int] = []
                states.reserveCapacity(machines.count)
                for (place, machine) in machines.enumerated() {
                    let next = try machine.step(visit.states[place], byte)
                    if next == Automaton.dead, place < accepting.count { continue bytes }
                    states.append(next)
                }
                let times = passed[states, default: 0]
                guard times < limit else { continue }
                passed[states] = times + 1
                if visits.count == mostVisits {
                    if found.isEmpty { throw Automaton.TooLarge() }
                    return found
                }
                visits.append(Visit(states: states, before: index - 1, byte: byte, length: visit.length + 1))
            }
        }
        return found
    }

    private static func text(_ visits: [Visit], _ index: Int) -> String {
        var bytes: [UInt8] = []
        var place = index
        while visits[place].before >= 0 {
            bytes.append(visits[place].byte)
            place = visits[place].before
        }
        return String(decoding: bytes.reversed(), as: UTF8.self)
    }
}
