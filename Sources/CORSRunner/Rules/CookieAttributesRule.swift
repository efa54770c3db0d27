import CORSFixtures
import CORSVocabulary

/// A cookie set for a granted cross-site page is one that browsers send cross-site.
///
/// https://www.rfc-editor.org/rfc/rfc6265.html#section-4.1.2
enum CookieAttributesRule {
    /// Returns the cookies that will not be sent.
    static func findings(_ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        guard outcome.failure == nil, let index = outcome.actual, let response = assessor.response(index) else {
            return []
        }
        return response.headers.values("Set-Cookie").compactMap { value in
            let attributes = value.bytes.split(separator: UInt8(ascii: ";")).dropFirst()
                .map { Latin1.text(HeaderText.trim($0).map(ASCII.lower)) }
            guard !attributes.contains("samesite=none") || !attributes.contains("secure") else { return nil }
            return Finding(
                kind: .rule(.cookieAttributes), severity: .hazard,
                message: "A cookie is set that browsers will not send with cross-site fetches.",
                expected: "SameSite=None; Secure", actual: "Set-Cookie without both",
                section: .corsProtocolAndCredentials,
                exchange: index, field: "Set-Cookie")
        }
    }
}
