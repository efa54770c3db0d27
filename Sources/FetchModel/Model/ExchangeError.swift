/// An exchange that lacks an answer.
package enum ExchangeError: Error, Sendable, Hashable {
    /// A preflight is due, and its response is missing; the number is the redirects before it.
    case preflightResponseMissing(redirects: Int)
    /// A request is due, and its response is missing; the number is the redirects before it.
    case responseMissing(redirects: Int)
    /// A redirect leads to an address that no later hop is for.
    case hopMissing(redirects: Int, url: String)
}
