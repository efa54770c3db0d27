/// Text in which every byte can be seen.
enum Visible {
    /// Returns text with control characters and what is not ASCII written as `\xNN`.
    static func text(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value >= 0x7F }) else { return text }
        return text.unicodeScalars.map { scalar in
            guard scalar.value < 0x20 || (0x7F...0xFF).contains(scalar.value) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\x" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }
}
