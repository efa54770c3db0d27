package import CORSVocabulary
package import FetchModel

/// What must come of a step.
package struct Expectation: Sendable, Hashable {
    /// What a browser must do.
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        case readable
        case blocked
    }

    /// What a browser must do, or nil if it is not asked.
    package var outcome: Outcome?
    /// The steps at which a browser may block; any if empty.
    package var reasons: [BlockReason] = []
    /// The response headers that the script must see.
    package var exposes: [String] = []
    /// The response headers that the script must not see.
    package var hides: [String] = []
    /// The statuses that are right; any if empty.
    package var statuses: [StatusRule] = []
    /// What must hold of the response's headers.
    package var headers: [HeaderRule] = []
    /// Rules by name.
    package var rules: [NamedRule] = []
}

/// A status, or a class of statuses, that is right, or any but that.
package struct StatusRule: Sendable, Hashable {
    /// The statuses meant.
    package var range: ClosedRange<Int>
    /// Whether those are the wrong ones.
    package var isNegated: Bool

    /// Says whether a status is right.
    package func accepts(_ status: Int) -> Bool { range.contains(status) != isNegated }

    /// The rule in words, such as `200`, `2xx`, `any but 5xx`.
    package var text: String {
        let plain = range.count == 1 ? String(range.lowerBound) : "\(range.lowerBound / 100)xx"
        return isNegated ? "any but \(plain)" : plain
    }
}

/// What must hold of one response header.
package struct HeaderRule: Sendable, Hashable {
    /// What is asked.
    package enum Check: Sendable, Hashable {
        /// The whole value, the lines joined, is this.
        case exactly(String)
        /// There is no line.
        case absent
        /// There is a line.
        case present
        /// At least one of these is a member of the comma-separated list, without regard to case.
        case contains([String])
        /// None of these is.
        case lacks([String])
        /// The whole value is one of these.
        case oneOf([String])
        /// The pattern matches the whole value.
        case matches(String)
    }

    /// Which response is meant.
    package enum Response: String, Sendable, Hashable, CaseIterable {
        case preflight
        case actual
    }

    /// The header's name.
    package var name: FieldName
    /// What is asked.
    package var check: Check
    /// The severity where it does not hold.
    package var severity: Severity
    /// Which response is meant; the last one if nil.
    package var response: Response?
}

/// A rule that needs the policy or more than one header to judge.
package enum NamedRule: String, Sendable, Hashable, CaseIterable {
    /// `Access-Control-Max-Age` is well-formed and not above the policy's.
    case maxAge = "max-age"
    /// No `Access-Control-*` field that the standard does not know but nearly does.
    case knownFields = "known-fields"
    /// No 5xx, unless the same request without an origin gives one too.
    case noServerError = "no-server-error"
    /// Cookies for a granted cross-site origin can be sent.
    case cookieAttributes = "cookie-attributes"
    /// Nothing is exposed beyond policy and safelist.
    case exposure
    /// The status is that of the same request without an origin.
    case sameAsPlain = "same-as-plain"
}
