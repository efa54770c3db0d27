import StrictJSON

extension PolicyDraft {
    /// The members that state a setting, or what is expected of the settings.
    static let members =
        Policy.Setting.allCases.map(\.rawValue) + ["must_grant", "must_refuse", "allow_private_network"]

    /// Reads an object's settings over others: what the object states takes the place of what is there.
    ///
    /// - Parameters:
    ///   - object: The object.
    ///   - common: The settings that hold unless it states them.
    init(_ object: ObjectReader, over common: PolicyDraft = PolicyDraft()) {
        self = common
        func texts(_ member: String) -> [Text]? {
            object.strings(member)?.map { Text(text: $0.text, position: $0.position) }
        }
        allowOrigins = texts(Policy.Setting.allowOrigins.rawValue) ?? allowOrigins
        readPattern(object)
        allowMethods = texts(Policy.Setting.allowMethods.rawValue) ?? allowMethods
        allowHeaders = texts(Policy.Setting.allowHeaders.rawValue) ?? allowHeaders
        allowCredentials = object.bool(Policy.Setting.allowCredentials.rawValue) ?? allowCredentials
        exposeHeaders = texts(Policy.Setting.exposeHeaders.rawValue) ?? exposeHeaders
        let maxAge = Policy.Setting.maxAge.rawValue
        if let seconds = object.integer(maxAge) { self.maxAge = (seconds, object.optional(maxAge)?.position) }
        maxAgeAsWritten = object.optional(maxAge) ?? maxAgeAsWritten
        mustGrant = texts("must_grant") ?? mustGrant
        mustRefuse = texts("must_refuse") ?? mustRefuse
        _ = object.bool("allow_private_network")
    }

    /// Reads the pattern; null is as if it were not there.
    private mutating func readPattern(_ object: ObjectReader) {
        let name = Policy.Setting.allowOriginRegex.rawValue
        guard let node = object.optional(name) else { return }
        if case .null = node.value {
            allowOriginRegex = nil
        } else if let text = object.string(name) {
            allowOriginRegex = Text(text: text, position: node.position)
        }
    }
}
