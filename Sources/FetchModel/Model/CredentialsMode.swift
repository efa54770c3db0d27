/// Whether a fetch carries credentials.
///
/// https://fetch.spec.whatwg.org/#concept-request-credentials-mode
package enum CredentialsMode: String, Sendable, Hashable, CaseIterable {
    case omit
    case sameOrigin = "same-origin"
    case include
}
