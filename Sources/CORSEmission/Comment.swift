/// What a configuration says of itself, in its language's comments.
///
/// Of the policy's texts only names of methods and headers, which hold no line break, may stand in one.
struct Comment {
    /// Wider lines are broken.
    private static let width = 90

    /// What begins a line, such as `#`.
    let mark: String
    /// What is said, a paragraph each.
    private(set) var paragraphs: [String]

    /// Begins a comment with who wrote the text.
    init(_ mark: String, _ first: String) {
        self.mark = mark
        paragraphs = ["\(first) Written by corspec emit; run corspec against the server to see it hold."]
    }

    /// Says more.
    mutating func add(_ paragraph: String) { paragraphs.append(paragraph) }

    /// Says that methods cannot be granted in lower case, where the policy lists such.
    mutating func addUpperCase(_ policy: EmittedPolicy, _ who: String) {
        guard !policy.lowerCaseMethods.isEmpty else { return }
        let names = policy.lowerCaseMethods.joined(separator: ", ")
        let upper = policy.lowerCaseMethods.map { $0.uppercased() }.joined(separator: ", ")
        add(
            "Cannot be said: \(who) puts methods into upper case, so that \(names) is not granted, and \(upper) is; "
                + "methods are compared byte for byte.")
    }

    /// Says that any method is the common ones, where the policy grants any.
    mutating func addCommonMethods(_ policy: EmittedPolicy) {
        guard policy.isAnyMethod else { return }
        add("Cannot be said: any method. These are the common ones; add others by name.")
    }

    /// Says that answers without a grant, such as those to requests without an Origin, carry no Vary.
    mutating func addVary(_ policy: EmittedPolicy) {
        guard !policy.isEmpty else { return }
        add("Cannot be said: Vary: Origin on answers that carry no grant. Keep shared caches away from them.")
    }

    /// The lines, each with a line break.
    var text: String {
        paragraphs.flatMap(lines).map { "\(mark) \($0)\n" }.joined()
    }

    private func lines(_ paragraph: String) -> [String] {
        var lines: [String] = []
        for word in paragraph.split(separator: " ") {
            if let last = lines.last, last.count + word.count < Self.width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
