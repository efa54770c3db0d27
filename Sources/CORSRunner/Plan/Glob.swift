/// A pattern over ids: `*` stands for any characters, `/` and `@` among them; all else is literal.
struct Glob: Sendable, Hashable {
    /// The pattern as written.
    let text: String
    private let pattern: [UInt8]

    /// Makes a pattern.
    init(_ text: String) {
        self.text = text
        pattern = Array(text.utf8)
    }

    /// Says whether the pattern matches the whole of an id.
    func matches(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        var position = 0
        var star: (pattern: Int, position: Int)?
        var index = 0
        while position < bytes.count {
            if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
                star = (index + 1, position)
                index += 1
            } else if index < pattern.count, pattern[index] == bytes[position] {
                index += 1
                position += 1
            } else if let last = star {
                star = (last.pattern, last.position + 1)
                index = last.pattern
                position = last.position + 1
            } else {
                return false
            }
        }
        return pattern[index...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
