import CORSVocabulary

/// What comes of one address.
enum FetchStep {
    /// The fetch goes on at another address, by a redirect of that status.
    case redirect(URLRecord, status: Int)
    /// The fetch ends, with the response that decided, if one did.
    case end(Verdict.Outcome, HTTPResponse?)
}
