/// What a team intends: the settings of FastAPI's CORSMiddleware, by their names.
public struct Policy: Sendable, Hashable {
    /// The origins that may read answers; exactly `["*"]` for any.
    public var allowOrigins: [String]
    /// A pattern that grants an origin if it matches the whole of it.
    public var allowOriginRegex: String?
    /// The methods that may be used; `["*"]` for any.
    public var allowMethods: [String]
    /// The request headers that may be sent, in any case; `["*"]` for any.
    public var allowHeaders: [String]
    /// Whether credentialed fetches from granted origins are readable.
    public var allowCredentials: Bool
    /// The response headers that scripts may see, in any case; `["*"]` for all.
    public var exposeHeaders: [String]
    /// How long a preflight may be remembered, in seconds, or nil if not stated.
    public var maxAge: Int?
    /// Origins that the policy's author expects to be granted.
    public var mustGrant: [String]
    /// Origins that the policy's author expects to be refused.
    public var mustRefuse: [String]
    /// Origins that the policy refuses and a server may grant by mistake: those of other environments, and retired ones.
    public var foreignOrigins: [ForeignOrigin] = []
    /// The settings that were written down; what is not stated has FastAPI's default.
    public var stated: Set<Setting>

    /// A setting of the policy.
    public enum Setting: String, Sendable, Hashable, CaseIterable {
        case allowOrigins = "allow_origins"
        case allowOriginRegex = "allow_origin_regex"
        case allowMethods = "allow_methods"
        case allowHeaders = "allow_headers"
        case allowCredentials = "allow_credentials"
        case exposeHeaders = "expose_headers"
        case maxAge = "max_age"
    }

    /// Makes a policy.
    ///
    /// An argument that is nil is a setting that is not stated.
    ///
    /// - Parameters:
    ///   - allowOrigins: The origins, or `["*"]`; none unless stated.
    ///   - allowOriginRegex: The pattern; none unless stated.
    ///   - allowMethods: The methods, or `["*"]`; `["GET"]` unless stated.
    ///   - allowHeaders: The request headers, or `["*"]`; none unless stated.
    ///   - allowCredentials: Whether credentials are granted; not unless stated.
    ///   - exposeHeaders: The response headers, or `["*"]`; none unless stated.
    ///   - maxAge: Seconds.
    ///   - mustGrant: Origins expected to be granted.
    ///   - mustRefuse: Origins expected to be refused.
    public init(
        allowOrigins: [String]? = nil, allowOriginRegex: String? = nil, allowMethods: [String]? = nil,
        allowHeaders: [String]? = nil, allowCredentials: Bool? = nil, exposeHeaders: [String]? = nil,
        maxAge: Int? = nil, mustGrant: [String] = [], mustRefuse: [String] = []
    ) {
        self.allowOrigins = allowOrigins ?? []
        self.allowOriginRegex = allowOriginRegex
        self.allowMethods = allowMethods ?? ["GET"]
        self.allowHeaders = allowHeaders ?? []
        self.allowCredentials = allowCredentials ?? false
        self.exposeHeaders = exposeHeaders ?? []
        self.maxAge = maxAge
        self.mustGrant = mustGrant
        self.mustRefuse = mustRefuse
        var stated: Set<Setting> = []
        if allowOrigins != nil { stated.insert(.allowOrigins) }
        if allowOriginRegex != nil { stated.insert(.allowOriginRegex) }
        if allowMethods != nil { stated.insert(.allowMethods) }
        if allowHeaders != nil { stated.insert(.allowHeaders) }
        if allowCredentials != nil { stated.insert(.allowCredentials) }
        if exposeHeaders != nil { stated.insert(.exposeHeaders) }
        if maxAge != nil { stated.insert(.maxAge) }
        self.stated = stated
    }
}
