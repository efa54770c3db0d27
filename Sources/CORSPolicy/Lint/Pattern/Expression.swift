/// A regular expression over ASCII: a pattern's structure, or a language that is made here.
indirect enum Expression: Sendable, Hashable {
    /// One of these bytes.
    case set(ByteSet)
    /// A dot of the pattern, by its place in it.
    case dot(Int)
    /// All in order.
    case sequence([Expression])
    /// One of these.
    case choice([Expression])
    /// Repeated at least, and at most, so often; the number is the place of the quantifier in the pattern.
    case repeated(Expression, Int, Int?, Int)

    /// The text itself.
    static func literal(_ text: some StringProtocol) -> Expression {
        .sequence(
            text.utf8.map { byte in
                var one = ByteSet()
                one.insert(byte)
                return .set(one)
            })
    }

    /// One of these texts.
    static func literals(_ texts: some Collection<String>) -> Expression { .choice(texts.map { literal($0) }) }

    /// Any number of these.
    static func star(_ inner: Expression) -> Expression { .repeated(inner, 0, nil, -1) }
    /// One of these, or more.
    static func plus(_ inner: Expression) -> Expression { .repeated(inner, 1, nil, -1) }
    /// One of these, or none.
    static func optional(_ inner: Expression) -> Expression { .repeated(inner, 0, 1, -1) }

    /// The expression without anything.
    static let empty = Expression.sequence([])
}

// MARK: - Repairs

extension Expression {
    /// The dots that stand for one character: their author may well have meant a dot.
    var looseDots: [Int] {
        switch self {
        case .set: []
        case .dot(let place): [place]
        case .choice(let parts): parts.flatMap(\.looseDots)
        case .sequence(let parts):
            // Dots in a row are meant as so many characters.
            parts.indices.flatMap { index in
                guard case .dot = parts[index] else { return parts[index].looseDots }
                let neighbours = [index - 1, index + 1].filter(parts.indices.contains).map { parts[$0] }
                let isAlone = !neighbours.contains { if case .dot = $0 { true } else { false } }
                return isAlone ? parts[index].looseDots : []
            }
        // A dot that is repeated is meant as any character.
        case .repeated(.dot, _, _, _): []
        case .repeated(let inner, _, _, _): inner.looseDots
        }
    }

    /// The expression with dots read as literal ones, but for one.
    func readingDots(_ dots: Set<Int>, but loose: Int? = nil) -> Expression {
        switch self {
        case .dot(let place): dots.contains(place) && place != loose ? .literal(".") : self
        case .set: self
        case .sequence(let parts): .sequence(parts.map { $0.readingDots(dots, but: loose) })
        case .choice(let parts): .choice(parts.map { $0.readingDots(dots, but: loose) })
        case .repeated(let inner, let low, let high, let place):
            .repeated(inner.readingDots(dots, but: loose), low, high, place)
        }
    }

    /// The places of the quantifiers that let a part be absent which holds more than one kind of character.
    var optionalParts: [Int] {
        switch self {
        case .set, .dot: []
        case .sequence(let parts), .choice(let parts): parts.flatMap(\.optionalParts)
        case .repeated(let inner, let low, _, let place):
            (low == 0 && inner.hasText ? [place] : []) + inner.optionalParts
        }
    }

    /// Whether there is a literal letter in it.
    private var hasText: Bool {
        switch self {
        case .set(let set): set.count == 1 && !set.intersection(.lowerCase).isEmpty
        case .dot: false
        case .sequence(let parts), .choice(let parts): parts.contains(where: \.hasText)
        case .repeated(let inner, _, _, _): inner.hasText
        }
    }

    /// The expression with some of its optional parts required.
    func requiring(_ places: Set<Int>) -> Expression {
        switch self {
        case .set, .dot: self
        case .sequence(let parts): .sequence(parts.map { $0.requiring(places) })
        case .choice(let parts): .choice(parts.map { $0.requiring(places) })
        case .repeated(let inner, let low, let high, let place):
            .repeated(inner.requiring(places), places.contains(place) ? max(1, low) : low, high, place)
        }
    }

    /// The alternatives at the expression's root.
    var alternatives: [Expression] {
        switch self {
        case .choice(let options): options
        case .sequence(let parts) where parts.count == 1: parts[0].alternatives
        default: [self]
        }
    }
}
