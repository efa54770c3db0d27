package import CORSPolicy

/// What a policy must be like for a case to apply.
package enum Need: String, Sendable, Hashable, CaseIterable {
    case anyOrigin = "any-origin"
    case specificOrigins = "specific-origins"
    case noOrigins = "no-origins"
    case list
    case regex
    case severalOrigins = "several-origins"
    case singleOrigin = "single-origin"
    case credentials
    case noCredentials = "no-credentials"
    case trap
    case methods
    case anyMethod = "any-method"
    case headers
    case anyHeader = "any-header"
    case exposed
    case anyExposed = "any-exposed"
    case noExposed = "no-exposed"
    case maxAge = "max-age"
    case simpleMethod = "simple-method"

    /// Says whether a policy is so.
    package func isMet(by meaning: PolicyMeaning) -> Bool {
        let policy = meaning.policy
        return switch self {
        case .anyOrigin: meaning.isAnyOrigin
        case .specificOrigins: !meaning.isAnyOrigin && !meaning.isEmpty
        case .noOrigins: meaning.isEmpty
        case .list: !policy.allowOrigins.isEmpty && policy.allowOrigins != ["*"]
        case .regex: policy.allowOriginRegex != nil
        case .severalOrigins: !meaning.isAnyOrigin && meaning.granted.count > 1
        case .singleOrigin: !meaning.isAnyOrigin && policy.allowOrigins.count == 1 && policy.allowOriginRegex == nil
        case .credentials: policy.allowCredentials
        case .noCredentials: !policy.allowCredentials && meaning.knows(.allowCredentials)
        case .trap: meaning.isTrap
        case .methods: policy.allowMethods != ["*"]
        case .anyMethod: policy.allowMethods == ["*"]
        case .headers: !policy.allowHeaders.isEmpty && policy.allowHeaders != ["*"]
        case .anyHeader: policy.allowHeaders == ["*"]
        case .exposed: !policy.exposeHeaders.isEmpty && policy.exposeHeaders != ["*"]
        case .anyExposed: policy.exposeHeaders == ["*"]
        case .noExposed: policy.exposeHeaders.isEmpty && meaning.knows(.exposeHeaders)
        case .maxAge: policy.maxAge != nil
        case .simpleMethod: !meaning.simpleMethods.isEmpty
        }
    }
}
