import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Cookies that do not go where they are meant to.
    static let cookieFaults: [Builtin] = [
        .faulty(
            "cookie-without-samesite", .credentials, .hazard, cause: "cookie-not-sent-cross-site",
            "Sets a cookie that browsers do not send cross-site.",
            seenIn: "session middleware by default",
            Deviation.after { request, response, _ in
                if !Deviation.isPreflight(request) {
                    response.headers.append("Set-Cookie", "session=1; Path=/; HttpOnly")
                }
            })
    ]
}
