public import Foundation

/// What the application grants to pages of other origins.
///
/// The names are those of a corspec policy file.
public struct Settings: Sendable, Hashable {
    /// The origins that are granted; exactly `["*"]` for any.
    public var allowOrigins: [String] = []
    /// A pattern that grants an origin if it matches the whole of it.
    public var allowOriginRegex: String?
    /// The methods; `["*"]` for any.
    public var allowMethods: [String] = ["GET"]
    /// The request headers; `["*"]` for any.
    public var allowHeaders: [String] = []
    /// Whether credentials are granted.
    public var allowCredentials = false
    /// The response headers that scripts may see; `["*"]` for all.
    public var exposeHeaders: [String] = []
    /// How long browsers may remember a preflight, in seconds.
    public var maxAge: Int?

    /// Makes settings that grant nothing.
    public init() {}

    /// Reads settings from a file, such as a policy of corspec.
    ///
    /// - Parameter file: The JSON file.
    public init(contentsOf file: URL) throws {
        self = try JSONDecoder().decode(Self.self, from: try Data(contentsOf: file))
    }
}

// MARK: - Decodable

extension Settings: Decodable {
    private enum CodingKeys: String, CodingKey {
        case allowOrigins = "allow_origins"
        case allowOriginRegex = "allow_origin_regex"
        case allowMethods = "allow_methods"
        case allowHeaders = "allow_headers"
        case allowCredentials = "allow_credentials"
        case exposeHeaders = "expose_headers"
        case maxAge = "max_age"
    }

    /// Reads settings; what is not there stays as it is by default.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        allowOrigins = try values.decodeIfPresent([String].self, forKey: .allowOrigins) ?? allowOrigins
        allowOriginRegex = try values.decodeIfPresent(String.self, forKey: .allowOriginRegex)
        allowMethods = try values.decodeIfPresent([String].self, forKey: .allowMethods) ?? allowMethods
        allowHeaders = try values.decodeIfPresent([String].self, forKey: .allowHeaders) ?? allowHeaders
        allowCredentials = try values.decodeIfPresent(Bool.self, forKey: .allowCredentials) ?? allowCredentials
        exposeHeaders = try values.decodeIfPresent([String].self, forKey: .exposeHeaders) ?? exposeHeaders
        maxAge = try values.decodeIfPresent(Int.self, forKey: .maxAge)
    }
}

/// Settings that the application does not start with.
public struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Why.
    public let description: String

    init(_ description: String) { self.description = description }
}
