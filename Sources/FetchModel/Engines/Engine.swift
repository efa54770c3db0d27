/// A browser engine that ships.
package enum Engine: String, Sendable, Hashable, CaseIterable {
    case chromium
    case firefox

    /// Where the engine leaves the standard.
    package var deviations: Deviations {
        switch self {
        case .chromium: Self.ofChromium
        case .firefox: Self.ofFirefox
        }
    }

    private static let ofChromium = Deviations(Deviation.allCases.filter { $0.engines.contains(.chromium) })
    private static let ofFirefox = Deviations(Deviation.allCases.filter { $0.engines.contains(.firefox) })
}
