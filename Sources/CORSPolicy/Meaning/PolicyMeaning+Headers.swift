package import CORSVocabulary

extension PolicyMeaning {
    private static let neverAsked: Set<FieldName> = ["Accept", "Accept-Language", "Content-Language"]

    /// The request headers whose success is asked for: those listed, but for the ones that need no grant; for `["*"]`
    /// invented ones and the common ones.
    package var listedHeaders: [FieldName] {
        if policy.allowHeaders == ["*"] { return ["X-Corspec-Any", "Content-Type", "Authorization"] }
        return policy.allowHeaders.compactMap { FieldName($0) }.filter {
            !Self.neverAsked.contains($0) && Self.canAsk($0)
        }
    }

    /// Says whether a script can set a header, so that a preflight can ask for it.
    static func canAsk(_ name: FieldName) -> Bool {
        let text = name.lowercased
        let forbidden = [
            "accept-charset", "accept-encoding", "access-control-request-headers", "access-control-request-method",
            "connection", "content-length", "cookie", "cookie2", "date", "dnt", "expect", "host", "keep-alive",
            "origin",
            "referer", "set-cookie", "te", "trailer", "transfer-encoding", "upgrade", "via",
        ]
        return !forbidden.contains(text) && !text.hasPrefix("sec-") && !text.hasPrefix("proxy-")
    }

    /// Request headers that the policy refuses, by invented names: some that sort before and after every listed one,
    /// and some that hold a listed name.
    package var unlistedHeaders: [FieldName] {
        guard knows(.allowHeaders), policy.allowHeaders != ["*"] else { return [] }
        let listed = Set(policy.allowHeaders.compactMap { FieldName($0) })
        var names = ["X-Corspec-Invented", "A-Corspec-First", "Zz-Corspec-Last"]
        if let first = listedHeaders.first?.text {
            names += ["\(first)-Evil", "Evil-\(first)", String(first.dropLast())]
        }
        return names.compactMap { FieldName($0) }.filter { !listed.contains($0) && Self.canAsk($0) }
    }

    /// Request headers near listed ones that the policy refuses: with other signs or none, a word of the name, longer
    /// and shorter ones; and those that servers like to grant unasked.
    package var nearMissHeaders: [FieldName] {
        guard knows(.allowHeaders), policy.allowHeaders != ["*"] else { return [] }
        var names: [String] = []
        if let first = listedHeaders.first?.text, let last = listedHeaders.last?.text {
            names += [String(first.map { $0 == "-" ? "_" : $0 == "_" ? "-" : $0 })]
            names += [first.filter { $0.isLetter || $0.isNumber }, String(first.prefix { $0.isLetter })]
            names += ["\(last)-Evil", "Evil-\(last)", String(last.dropFirst()), String(last.dropLast())]
        }
        names += ["Authorization", "X-Requested-With", "X-CSRF-Token"]
        var seen = Set(policy.allowHeaders.compactMap { FieldName($0) } + unlistedHeaders)
        return names.compactMap { FieldName($0) }.filter {
            Self.canAsk($0) && !Self.neverRefused.contains($0) && seen.insert($0).inserted
        }
    }

    /// Names that a value can make safelisted, or that servers list without harm.
    private static let neverRefused: Set<FieldName> = [
        "Accept", "Accept-Language", "Content-Language", "Content-Type", "Range",
    ]

    /// Response headers that scripts must see: those exposed; for `["*"]` the ones that the sample application carries.
    package var exposedHeaders: [FieldName] {
        SampleApplication.exposedNames(policy).filter { $0 != "Set-Cookie" && $0 != "Set-Cookie2" }
    }

    /// Response headers that the sample application carries and scripts must not see.
    package var hiddenHeaders: [FieldName] {
        !knows(.exposeHeaders) || policy.exposeHeaders == ["*"] ? [] : [SampleApplication.hiddenName]
    }
}
