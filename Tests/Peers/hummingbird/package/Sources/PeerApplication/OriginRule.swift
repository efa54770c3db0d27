/// Which origins the settings grant.
struct OriginRule: Sendable {
    private let origins: Set<String>
    private let isAny: Bool
    nonisolated(unsafe) private let pattern: Regex<AnyRegexOutput>?  // matching changes nothing in a Regex

    /// A browser's origin is shorter; longer texts are not matched, since that takes time.
    private static let maximumLength = 300

    /// Takes settings.
    ///
    /// - Throws: `SettingsError` if the pattern is none.
    init(_ settings: Settings) throws(SettingsError) {
        origins = Set(settings.allowOrigins)
        isAny = settings.allowOrigins == ["*"]
        do {
            pattern = try settings.allowOriginRegex.map { try Regex($0).matchingSemantics(.unicodeScalar) }
        } catch {
            throw SettingsError("allow_origin_regex: \(error)")
        }
    }

    /// Whether every origin is granted, those of the strangest sites included.
    var grantsStrangers: Bool { grants("https://stranger.example") && grants("http://foreign.test:8080") }

    /// Says whether an origin is granted.
    func grants(_ origin: String) -> Bool {
        if isAny || origins.contains(origin) { return true }
        guard let pattern, origin != "null", origin.utf8.count <= Self.maximumLength else { return false }
        return origin.wholeMatch(of: pattern) != nil
    }
}
