import CORSPolicy
import CORSVocabulary

/// A policy that is safe to write down, and what every configuration asks of it.
struct EmittedPolicy: Sendable {
    /// The origins that are listed; exactly `["*"]` for any.
    let origins: [String]
    /// The pattern for whole origins, or nil; nil beside any origin, to which it adds nothing.
    let regex: String?
    /// The methods; exactly `["*"]` for any.
    let methods: [String]
    /// The request headers; exactly `["*"]` for any.
    let headers: [String]
    /// Whether credentials are granted.
    let credentials: Bool
    /// The exposed headers; exactly `["*"]` for all.
    let exposed: [String]
    /// Seconds, or nil if not stated.
    let maxAge: Int?
    /// Whether the pattern matches `null`, which nobody has listed.
    let matchesUnlistedNull: Bool
    /// Whether the pattern matches the text `*`.
    let matchesStar: Bool

    /// The methods that stand for any where an implementation has no such word.
    static let commonMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

    /// Takes a policy.
    ///
    /// - Throws: `Emitter.Refusal` for what no careful configuration grants: credentials for any origin, all headers
    ///   exposed with credentials, a pattern that is invalid or too slow.
    init(_ policy: Policy) throws(Emitter.Refusal) {
        origins = policy.allowOrigins
        regex = policy.allowOrigins == ["*"] ? nil : policy.allowOriginRegex
        methods = policy.allowMethods
        headers = policy.allowHeaders
        credentials = policy.allowCredentials
        exposed = policy.exposeHeaders
        maxAge = policy.maxAge
        do {
            if try PolicyMeaning.isTrap(policy) {
                throw Emitter.Refusal(
                    "the policy grants credentials to any origin: every site could read what its visitors can; name "
                        + "the origins, or leave allow_credentials out")
            }
            let pattern = try regex.map { source throws(OriginPattern.Failure) in try OriginPattern.compile(source) }
            let matchesNull = try pattern?.matches(Origin("null")) ?? false
            matchesUnlistedNull = matchesNull && !policy.allowOrigins.contains("null")
            matchesStar = try pattern?.matches(Origin("*")) ?? false
        } catch let failure as OriginPattern.Failure {
            throw Emitter.Refusal("allow_origin_regex: \(failure)")
        } catch let refusal as Emitter.Refusal {
            throw refusal
        } catch {
            throw Emitter.Refusal("\(error)")
        }
        if credentials, exposed == ["*"] {
            throw Emitter.Refusal("with credentials browsers read * in expose_headers as a name; list the headers")
        }
    }

    /// Whether every origin is granted by the list.
    var isAnyOrigin: Bool { origins == ["*"] }
    /// Whether no origin is granted.
    var isEmpty: Bool { origins.isEmpty && regex == nil }
    /// Whether every method is granted.
    var isAnyMethod: Bool { methods == ["*"] }
    /// Whether every request header is granted.
    var isAnyHeader: Bool { headers == ["*"] }
    /// The methods by name: any method is the common ones.
    var namedMethods: [String] { isAnyMethod ? Self.commonMethods : methods }

    /// A pattern for each listed origin and for the policy's own; each matches nothing but a whole origin.
    var wholePatterns: [String] {
        (isAnyOrigin ? [] : origins.map { "^\(Self.escaped($0))$" }) + (wholeRegex.map { [$0] } ?? [])
    }

    /// The policy's pattern for engines that search.
    var wholeRegex: String? { regex.map { "^(?:\($0))$" } }

    /// Returns a text as a pattern: the dot, and the brackets of IPv6 addresses, mean something else there.
    static func escaped(_ text: String) -> String {
        text.map { ".[]\\^$*+?(){}|".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// The listed methods that have a lower-case letter.
    var lowerCaseMethods: [String] { methods.filter { $0 != $0.uppercased() } }
}
