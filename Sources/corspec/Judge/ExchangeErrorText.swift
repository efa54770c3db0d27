import FetchModel

/// What is said of an exchange that lacks an answer.
enum ExchangeErrorText {
    /// Says which answer is missing, and where it belongs.
    static func text(_ error: ExchangeError) -> String {
        switch error {
        case .preflightResponseMissing(let redirects):
            "a preflight is due\(place(redirects)), and its \"preflight_response\" is null; an object is expected"
        case .responseMissing(let redirects):
            "a request is sent\(place(redirects)), and its \"response\" is null; an object is expected"
        case .hopMissing(let redirects, let url):
            "redirect \(redirects) leads to \(url), and \"redirects\" holds no answer from there"
        }
    }

    private static func place(_ redirects: Int) -> String { redirects == 0 ? "" : " after redirect \(redirects)" }
}
