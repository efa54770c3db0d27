/// The languages that a pattern is compared with.
enum OriginLanguages {
    private static let alphanumeric = Expression.set(ByteSet.lowerCase.union(.digits))
    private static let scheme = Expression.choice([.literal("http"), .literal("https")])
    private static let port = Expression.sequence([
        .literal(":"), .set(ByteSet("123456789")), .repeated(.set(.digits), 0, 4, -1),
    ])

    /// Origins of pages on hosts with names, as browsers send them: lower case, no user information, no path.
    ///
    /// The last label begins with a letter, as every top-level domain does; a host that ends in a number is an address.
    static let pages: Expression = {
        let rest = Expression.optional(
            .sequence([.star(.set(ByteSet.lowerCase.union(.digits).union(ByteSet("-_")))), labelEnd]))
        let label = Expression.sequence([labelEnd, rest])
        let last = Expression.sequence([
            .set(.lowerCase),
            .optional(.sequence([.star(.set(ByteSet.lowerCase.union(.digits).union(ByteSet("-")))), alphanumeric])),
        ])
        return .sequence([
            scheme, .literal("://"), .star(.sequence([label, .literal(".")])), last, .optional(port),
        ])
    }()

    private static let labelEnd = Expression.set(ByteSet.lowerCase.union(.digits).union(ByteSet("_")))

    /// Everything that some browser or app shell may send, and a little more.
    static let everything: Expression = {
        let name = Expression.sequence([
            .plus(.set(.host.subtracting("."))),
            .star(.sequence([.literal("."), .plus(.set(.host.subtracting(".")))])),
        ])
        let address = Expression.sequence([.literal("["), .plus(.set(ByteSet("0123456789abcdef:."))), .literal("]")])
        return .sequence([
            .set(.lowerCase), .star(.set(ByteSet.lowerCase.union(.digits).union(ByteSet("+-.")))), .literal("://"),
            .choice([name, address]), .optional(port),
        ])
    }()

    /// Origins that write their scheme's port, which no browser does.
    static let defaultPorts: Expression = .choice([
        .sequence([.literal("http://"), .plus(.set(ByteSet("/").inverted)), .literal(":80")]),
        .sequence([.literal("https://"), .plus(.set(ByteSet("/").inverted)), .literal(":443")]),
    ])

    /// Origins whose host is one of these domains, or below it.
    static func owned(by domains: some Collection<String>) -> Expression {
        hosts(.sequence([.optional(.sequence([.star(.set(.host)), .literal(".")])), .literals(domains)]))
    }

    /// Origins whose host ends with one of these domains, but not at the boundary of a label.
    static func glued(to domains: some Collection<String>) -> Expression {
        hosts(.sequence([.star(.set(.host)), .set(.host.subtracting(".")), .literals(domains)]))
    }

    /// Origins whose host goes on after one of these texts, which stand at its beginning or after a dot.
    static func continued(after texts: some Collection<String>) -> Expression {
        hosts(
            .sequence([
                .optional(.sequence([.star(.set(.host)), .literal(".")])), .literals(texts), .plus(.set(.host)),
            ]))
    }

    /// Origins whose host holds one of these texts anywhere between others.
    static func containing(_ texts: some Collection<String>) -> Expression {
        hosts(.sequence([.plus(.set(.host)), .literals(texts), .plus(.set(.host))]))
    }

    /// Origins whose host is directly below one of these suffixes, or deeper.
    static func below(_ suffixes: some Collection<String>) -> Expression {
        hosts(.sequence([.plus(.set(.host)), .literal("."), .literals(suffixes)]))
    }

    /// Plain http on hosts that are not the browser's own machine is what remains without these.
    static let ownMachine = owned(by: ["localhost"])

    /// Origins with the scheme http.
    static let plainHTTP = Expression.sequence([.literal("http://"), .plus(.set(ByteSet("/").inverted))])

    /// Origins with a port.
    static func withPort(_ port: String) -> Expression {
        .sequence([scheme, .literal("://"), .plus(.set(.host)), .literal(":\(port)")])
    }

    private static func hosts(_ host: Expression) -> Expression {
        .sequence([.plus(.set(.lowerCase)), .literal("://"), host, .optional(port)])
    }
}

extension ByteSet {
    /// The set without a text's bytes.
    func subtracting(_ text: String) -> ByteSet { intersection(ByteSet(text).inverted) }
}
