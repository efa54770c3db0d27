/// What a fetch does with a redirect.
///
/// https://fetch.spec.whatwg.org/#concept-request-redirect-mode
package enum RedirectMode: String, Sendable, Hashable, CaseIterable {
    case follow
    case error
    case manual
}
