/// An origin that a policy refuses unless it grants it by itself, and that a server may grant by mistake.
public struct ForeignOrigin: Sendable, Hashable {
    /// Where the origin belongs.
    public enum Home: Sendable, Hashable {
        /// To another environment, of this name.
        case environment(String)
        /// Nowhere any more.
        case retired
    }

    /// The origin.
    public var origin: String
    /// Where it belongs.
    public var home: Home

    /// Makes a foreign origin.
    ///
    /// - Parameters:
    ///   - origin: The origin.
    ///   - home: Where it belongs.
    public init(_ origin: String, home: Home) {
        self.origin = origin
        self.home = home
    }
}
