import StrictJSON

/// Something that an implementation cannot express, whatever its quality.
package enum Inability: String, Sendable, Hashable, CaseIterable {
    case regex
    case credentials
    case severalOrigins = "several-origins"
    case noOrigins = "no-origins"
    case anyOrigin = "any-origin"
    case methods
    case anyMethod = "any-method"
    case headers
    case anyHeader = "any-header"
    case oddNames = "odd-names"
    case expose
    case maxAge = "max-age"

    /// What it is, in words.
    package var text: String {
        switch self {
        case .regex: "a pattern of origins"
        case .credentials: "credentials"
        case .severalOrigins: "more than one origin"
        case .noOrigins: "that no origin is granted"
        case .anyOrigin: "that any origin is granted"
        case .methods: "which methods are granted"
        case .anyMethod: "that any method is granted"
        case .headers: "which request headers are granted"
        case .anyHeader: "that any request header is granted"
        case .oddNames: "names of methods and headers that are rare"
        case .expose: "which response headers are exposed"
        case .maxAge: "how long a preflight is remembered"
        }
    }

    /// What is said of a name that is none.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - place: Where it stands.
    /// - Returns: The message, with what is accepted and the nearest name.
    package static func unknown(_ name: String, in place: String) -> String {
        let names = allCases.map(\.rawValue)
        return "\(place) knows no \"\(name)\"; accepted: \(names.joined(separator: ", "))"
            + NearestName.hint(name, in: names)
    }
}
