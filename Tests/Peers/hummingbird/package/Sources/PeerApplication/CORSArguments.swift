import HTTPTypes
import Hummingbird
import NIOCore

/// Hummingbird's own middleware.
typealias CORS = CORSMiddleware<BasicRequestContext>

/// The settings as CORSMiddleware takes them.
struct CORSArguments: Sendable {
    private let headers: [HTTPField.Name]
    private let methods: [HTTPRequest.Method]
    private let credentials: Bool
    private let exposed: [String]?
    private let maxAge: TimeAmount?

    /// What stands for any method where browsers read `*` as a name.
    private static let commonMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

    /// Takes settings.
    ///
    /// - Throws: `SettingsError` if a name is none, or the middleware has no words for the settings.
    init(_ settings: Settings) throws(SettingsError) {
        let isAnyHeader = settings.allowHeaders == ["*"]
        if settings.allowCredentials, isAnyHeader {
            throw SettingsError("with credentials browsers read * in Access-Control-Allow-Headers as a name")
        }
        if settings.allowCredentials, settings.exposeHeaders == ["*"] {
            throw SettingsError("with credentials browsers read * in Access-Control-Expose-Headers as a name")
        }
        let isAnyMethod = settings.allowMethods == ["*"] && settings.allowCredentials
        methods = try Self.checked(isAnyMethod ? Self.commonMethods : settings.allowMethods) { .init($0) }
        // The wildcard does not cover Authorization.
        headers = try Self.checked(settings.allowHeaders + (isAnyHeader ? ["Authorization"] : [])) { .init($0) }
        credentials = settings.allowCredentials
        exposed = settings.exposeHeaders.isEmpty ? nil : settings.exposeHeaders
        maxAge = settings.maxAge.map { .seconds(Int64($0)) }
    }

    private static func checked<Name>(
        _ texts: [String], _ name: (String) -> Name?
    ) throws(SettingsError) -> [Name] {
        var names: [Name] = []
        for text in texts {
            guard let name = name(text) else { throw SettingsError("\"\(text)\" is no name of a method or header") }
            names.append(name)
        }
        return names
    }

    /// Makes the middleware.
    ///
    /// - Parameter origin: Which origins it grants.
    func middleware(_ origin: CORS.AllowOriginExtended) -> CORS {
        CORS(
            allowOrigin: origin, allowHeaders: headers, allowMethods: methods, allowCredentials: credentials,
            exposedHeaders: exposed, maxAge: maxAge)
    }
}
