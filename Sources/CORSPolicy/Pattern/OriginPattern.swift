package import CORSVocabulary
import Synchronization

/// A policy's pattern, compiled once; matches are remembered, and never waited for longer than the limit.
///
/// Swift's engine can neither be interrupted nor given a budget. So a match that is not remembered runs on a thread of
/// its own, and is waited for no longer than the limit. A pattern that exceeds it is too slow for good: nothing is ever
/// matched with it again, and the one thread that it holds ends when its match does, or with the process.
package final class OriginPattern: Sendable {
    /// Why a pattern cannot be used.
    package enum Failure: Error, Sendable, Hashable {
        /// It does not compile; the text names the construct.
        case invalid(String)
        /// A match did not end within the limit; the origin shows it.
        case tooSlow(origin: String)
    }

    /// Longer origins are not matched: no origin of a browser is longer.
    package static let maximumLength = 512

    /// Longer patterns are not compiled: the compiler has no bounds of its own.
    package static let maximumSourceLength = 16_384

    /// How many answers are remembered.
    private static let memoryLimit = 4096

    /// The pattern as written.
    package let source: String

    private let matcher: GuardedMatcher
    private let state = Mutex(State())

    private struct State {
        var answers: [Origin: Bool] = [:]
        var slowOrigin: String?
    }

    /// The patterns that were compiled, so that what one has learnt serves all who ask for it.
    private static let compiled = Mutex<[String: OriginPattern]>([:])

    /// How many patterns are kept.
    private static let compiledLimit = 256

    /// Returns the pattern of a source, compiled the first time.
    ///
    /// - Parameter source: The pattern, in the syntax of Swift's `Regex`.
    /// - Returns: The pattern, with what is remembered of it.
    /// - Throws: `Failure.invalid` if it does not compile.
    package static func compile(_ source: String) throws(Failure) -> OriginPattern {
        if let known = compiled.withLock({ $0[source] }) { return known }
        let pattern = try OriginPattern(source)
        compiled.withLock { patterns in
            if patterns.count >= compiledLimit { patterns.removeAll() }
            patterns[source] = pattern
        }
        return pattern
    }

    private init(_ source: String) throws(Failure) {
        self.source = source
        if source.utf8.count > Self.maximumSourceLength {
            throw .invalid("the pattern is longer than \(Self.maximumSourceLength) bytes")
        }
        do {
            matcher = GuardedMatcher(try Regex(source).matchingSemantics(.unicodeScalar))
        } catch {
            throw .invalid(PatternErrorText.text(of: error, source: source))
        }
    }

    /// Says whether the pattern matches the whole of an origin.
    ///
    /// Origins over 512 bytes do not match.
    ///
    /// - Parameter origin: The origin.
    /// - Returns: Whether it matches.
    /// - Throws: `Failure.tooSlow` if this match, or an earlier one, did not end within the limit.
    package func matches(_ origin: Origin) throws(Failure) -> Bool {
        if origin.bytes.count > Self.maximumLength { return false }
        let known = state.withLock { ($0.slowOrigin, $0.answers[origin]) }
        if let slow = known.0 { throw .tooSlow(origin: slow) }
        if let answer = known.1 { return answer }
        return try match([origin])[0]
    }

    /// Matches many origins at once, which costs little more than one: their answers are remembered.
    ///
    /// - Parameter origins: The origins.
    /// - Throws: `Failure.tooSlow` if a match did not end within the limit.
    package func remember(_ origins: [Origin]) throws(Failure) {
        let short = origins.filter { $0.bytes.count <= Self.maximumLength }
        let (slow, unknown) = state.withLock { state in
            (state.slowOrigin, short.filter { state.answers[$0] == nil })
        }
        if let slow { throw .tooSlow(origin: slow) }
        if !unknown.isEmpty { _ = try match(unknown) }
    }

    /// Matches origins and remembers the answers.
    private func match(_ origins: [Origin]) throws(Failure) -> [Bool] {
        let answers = matcher.wholeMatches(origins.map(\.text))
        if answers.count < origins.count {
            let slow = origins[answers.count].text
            state.withLock { $0.slowOrigin = slow }
            throw .tooSlow(origin: slow)
        }
        state.withLock { state in
            if state.answers.count + origins.count > Self.memoryLimit { state.answers.removeAll(keepingCapacity: true) }
            for (origin, answer) in zip(origins, answers) { state.answers[origin] = answer }
        }
        return answers
    }
}

// MARK: - CustomStringConvertible

extension OriginPattern.Failure: CustomStringConvertible {
    /// What is wrong, for a person.
    package var description: String {
        switch self {
        case .invalid(let text): text
        case .tooSlow(let origin):
            "the pattern is too slow: matching \"\(origin)\" did not end within 250 ms; "
                + "nested repetitions such as (a+)+ make it try every split"
        }
    }
}
