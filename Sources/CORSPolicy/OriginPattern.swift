package import CORSVocabulary

/// A policy's pattern, compiled once; matches are remembered, and never waited for longer than the limit.
package final class OriginPattern: Sendable {
    /// Why a pattern cannot be used.
    package enum Failure: Error, Sendable, Hashable {
        /// It does not compile; the text names the construct.
        case invalid(String)
        /// A match did not end within the limit; the origin shows it.
        case tooSlow(origin: String)
    }

    /// The pattern as written.
    package let source: String

    /// Compiles a pattern.
    package init(_ source: String) throws(Failure) {
        self.source = source
    }

    /// Says whether the pattern matches the whole of an origin. Origins over 512 bytes do not match.
    package func matches(_ origin: Origin) throws(Failure) -> Bool { false }
}
