/// Why an adapter program did not answer as it should.
package struct AdapterFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What happened, in one sentence; what the program printed as it came.
    package var description: String
    /// Whether the run was interrupted, and nothing is wrong with the program.
    package var isInterrupt = false
    /// Whether the command itself could not be run.
    package var isMissingCommand = false

    /// Makes a failure.
    init(_ description: String) { self.description = description }

    /// How much of a line is shown.
    private static let shownLength = 200

    /// Returns a line as it is shown: its beginning, and what cannot be seen as escapes.
    static func shown(_ line: [UInt8]) -> String {
        "\"\(visible(line.prefix(shownLength)))\"" + (line.count > shownLength ? " and so on" : "")
    }

    /// Returns bytes as text in which what cannot be seen, or drives a terminal, stands as escapes.
    package static func visible(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                ? "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
                : String(scalar)
        }.joined()
    }
}
