import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// What of policies and rows a target cannot express, so that they say nothing about it.
struct Expressibility {
    /// What the target cannot express.
    let cannot: Set<Inability>

    /// Says why a policy cannot be expressed at all, or nil if it can.
    func reason(_ meaning: PolicyMeaning) -> String? {
        Self.reason(Inability.allCases.filter { cannot.contains($0) && Self.needs($0, meaning) })
    }

    /// Says why a row cannot be judged, or nil if it can.
    ///
    /// - Parameters:
    ///   - fixture: The row's case.
    ///   - steps: Its steps, with their requests.
    /// - Returns: The reason in words.
    func reason(_ fixture: FixtureCase, _ steps: [PlannedStep]) -> String? {
        guard !cannot.isEmpty else { return nil }
        return Self.reason(Inability.allCases.filter { cannot.contains($0) && Self.needs($0, fixture, steps) })
    }

    /// Returns what a policy means to a target that leaves part of it unsaid: that part is not judged.
    ///
    /// - Throws: `OriginPattern.Failure` if the pattern is invalid or too slow.
    func judged(_ meaning: PolicyMeaning) throws(OriginPattern.Failure) -> PolicyMeaning {
        guard !cannot.isDisjoint(with: [.expose, .maxAge]) else { return meaning }
        var policy = meaning.policy
        if cannot.contains(.expose) { policy.stated.remove(.exposeHeaders) }
        if cannot.contains(.maxAge) {
            policy.maxAge = nil
            policy.stated.remove(.maxAge)
        }
        return try PolicyMeaning(policy, hasDefaults: meaning.hasDefaults)
    }

    private static func reason(_ inabilities: [Inability]) -> String? {
        guard !inabilities.isEmpty else { return nil }
        let texts = inabilities.map { "\($0.text) (\($0.rawValue))" }
        return "the target cannot express \(texts.joined(separator: ", "))"
    }
}

// MARK: - What needs what

extension Expressibility {
    /// Says whether a policy as a whole needs something: a target that cannot express it is not set up with it.
    private static func needs(_ inability: Inability, _ meaning: PolicyMeaning) -> Bool {
        let policy = meaning.policy
        return switch inability {
        case .regex: policy.allowOriginRegex != nil
        case .credentials: policy.allowCredentials
        case .severalOrigins: policy.allowOrigins.count + (policy.allowOriginRegex == nil ? 0 : 1) > 1
        case .noOrigins: meaning.isEmpty
        case .anyOrigin: policy.allowOrigins == ["*"]
        case .anyMethod: policy.allowMethods == ["*"]
        case .anyHeader: policy.allowHeaders == ["*"]
        case .oddNames: hasOddName(policy)
        case .methods, .headers, .expose, .maxAge: false
        }
    }

    /// Says whether a policy lists a name that many servers take for wrong: a method that is not all capital letters, a
    /// header with other signs than letters, digits and dashes.
    private static func hasOddName(_ policy: Policy) -> Bool {
        let methods = policy.allowMethods.filter { $0 != "*" }
        let headers = (policy.allowHeaders + policy.exposeHeaders).filter { $0 != "*" }
        return methods.contains { !$0.utf8.allSatisfy { (0x41...0x5A).contains($0) } }
            || headers.contains { !$0.utf8.allSatisfy(isUsual) }
    }

    fileprivate static func isUsual(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// Says whether a row is about something that the target leaves unsaid, while the policy as a whole stands.
    private static func needs(_ inability: Inability, _ fixture: FixtureCase, _ steps: [PlannedStep]) -> Bool {
        switch inability {
        case .methods: steps.contains { !$0.isRefusedOrigin && $0.asksForMethod }
        case .headers: steps.contains { !$0.isRefusedOrigin && $0.asksForHeaders }
        case .oddNames: steps.contains { !$0.isRefusedOrigin && $0.asksForOddHeader }
        case .expose:
            steps.contains { step in
                !step.expect.exposes.isEmpty || !step.expect.hides.isEmpty || step.expect.rules.contains(.exposure)
                    || step.expect.headers.contains { $0.name == .accessControlExposeHeaders }
            }
        case .maxAge:
            fixture.needs.contains(.maxAge)
                || steps.contains { $0.expect.headers.contains { $0.name == .accessControlMaxAge } }
        default: false
        }
    }
}

extension PlannedStep {
    /// The preflight, or nil if none is sent.
    private var preflight: HTTPRequest? {
        switch action {
        case .fetch(let preflight, _): preflight?.wire
        case .request(let request): isJudgedAsPreflight ? request.wire : nil
        }
    }

    /// Whether a method is asked for that needs a grant.
    fileprivate var asksForMethod: Bool {
        guard let judged else { return false }
        return preflight != nil && ![.get, .head, .post].contains(judged.sentMethod)
    }

    /// Whether request headers are asked for that need a grant.
    fileprivate var asksForHeaders: Bool { preflight?.headers.contains(.accessControlRequestHeaders) ?? false }

    /// Whether a request header is asked for, and must be granted, whose name many servers take for wrong.
    fileprivate var asksForOddHeader: Bool {
        let names = preflight?.headers.first(.accessControlRequestHeaders)?.bytes ?? []
        return expect.outcome == .readable
            && !names.allSatisfy { $0 == UInt8(ascii: ",") || Expressibility.isUsual($0) }
    }
}
