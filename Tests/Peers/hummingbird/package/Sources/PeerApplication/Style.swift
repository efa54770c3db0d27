import Hummingbird

/// How the application sets up Hummingbird's CORSMiddleware.
public enum Style: String, Sendable, Hashable, CaseIterable {
    /// A middleware of our own runs it for granted origins alone.
    case careful
    /// It has the list of origins, as `oneOf`.
    case oneOf = "one-of"
    /// It echoes every origin, as is often written.
    case originBased = "origin-based"
}

extension Style {
    /// Makes the middleware.
    ///
    /// - Throws: `SettingsError` if it has no words for the settings.
    func middleware(_ settings: Settings) throws(SettingsError) -> any ApplicationMiddleware {
        switch self {
        case .careful: try GrantedOriginsMiddleware(settings)
        case .oneOf where settings.allowOrigins == ["*"]: try CORSArguments(settings).middleware(.all)
        case .oneOf: try CORSArguments(settings).middleware(.oneOf(list: settings.allowOrigins))
        case .originBased: try CORSArguments(settings).middleware(.originBased)
        }
    }
}
