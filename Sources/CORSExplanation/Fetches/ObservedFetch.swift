package import FetchModel

/// A page's fetch, and what is known of the answers to it.
package struct ObservedFetch: Sendable, Hashable {
    /// What the page asks for.
    package var request: FetchRequest
    /// The preflight, or nil if none was seen.
    package var preflight: ReadExchange?
    /// The actual request, or nil if none was seen.
    package var actual: ReadExchange?
    /// The requests that redirects led to, in order.
    package var redirected: [ReadExchange] = []
    /// Whether it is known if the fetch carries credentials; else the default is taken.
    package var isModeKnown = false
    /// What a reader should know of how it was put together.
    package var notes: [FetchNote] = []
}
