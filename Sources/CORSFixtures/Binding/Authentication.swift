package import CORSVocabulary

/// What makes the protected route answer 200.
package enum Authentication: Sendable, Hashable {
    /// As the sample application takes it: `Authorization: Bearer good` where the policy grants that header, else
    /// `Cookie: session=good`.
    case sample
    /// A header line of the user's: a `Cookie` makes a fetch credentialed, any other is set by the page's script.
    case line(HeaderField)
    /// Nothing is known that does.
    case unknown
}
