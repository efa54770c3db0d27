import CORSVocabulary

/// What is said of an open route that does not answer 2xx, so that nothing could be judged by it.
enum OpenRouteText {
    /// Says what came back, and what to type next.
    static func text(_ response: HTTPResponse, to request: HTTPRequest) -> String {
        let path = request.path.prefix { $0 != "?" }
        let location = response.headers.first("Location").map { ", to \($0.text)" } ?? ""
        return "\(request.method.text) \(path) is answered with status \(response.status)\(location), without any "
            + "Origin, where 2xx is needed; \(advice(response.status))"
    }

    private static func advice(_ status: Int) -> String {
        switch status {
        case 300..<400: "point --url at the address that it leads to"
        case 401, 403, 407:
            "point --url at a path that needs no credentials, or send them with every request: --header 'Name: value'"
        case 404, 410: "point --url at a path that exists"
        case 405, 501: "say which methods the path has: --route 'open=/path POST'"
        case 429: "the server limits the rate: wait, and give --rate N"
        case 500...: "the server fails by itself: look at its log"
        default: "point --url at a path that answers 2xx"
        }
    }
}
