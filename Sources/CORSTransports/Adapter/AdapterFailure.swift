/// Why an adapter program did not answer as it should.
package struct AdapterFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What happened, in one sentence; what the program printed as it came.
    package var description: String
    /// Whether the run was interrupted, and nothing is wrong with the program.
    var isInterrupt = false

    /// Makes a failure.
    init(_ description: String) { self.description = description }

    /// How much of a line is shown.
    private static let shownLength = 200

    /// Returns a line as it is shown: its beginning, and what cannot be seen as escapes.
    static func shown(_ line: [UInt8]) -> String {
        let text = String(decoding: line.prefix(shownLength), as: UTF8.self)
        let visible = text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F
                ? "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
                : String(scalar)
        }.joined()
        return "\"\(visible)\"" + (line.count > shownLength ? " and so on" : "")
    }
}
