import CORSVocabulary
import FetchModel

/// What is said of a grant that a browser blocks.
struct FailureText {
    /// The step that failed.
    let failure: Failure
    /// What the page asked for, or nil where no page is involved.
    let request: FetchRequest?
    /// Whether the exchange is judged as a preflight.
    var isJudgedAsPreflight = false
    /// The response that failed.
    let response: HTTPResponse?

    private var origin: String { request?.origin.text ?? "" }
    private var isCredentialed: Bool { request?.credentials == .include }
    private var method: String { request?.method.text ?? "GET" }

    /// Whose fetch it is.
    var page: String { "A page on \(origin)" }

    /// What the page does.
    var deed: String {
        let credentials = isCredentialed ? " with credentials" : ""
        let verb = isJudgedAsPreflight || failure.isPreflight ? "send" : "read"
        return "\(verb) \(method) \(request?.url ?? "")\(credentials)"
    }

    private var place: String { failure.isPreflight ? "the preflight's answer" : "the answer" }

    /// Why a browser blocks.
    var reason: String {
        switch failure.reason {
        case .allowOriginMissing: "\(place) has no Access-Control-Allow-Origin"
        case .allowOriginMultiple: "\(place) has more than one Access-Control-Allow-Origin value"
        case .allowOriginWildcardWithCredentials: "\(place) grants *, which no credentialed fetch accepts"
        case .allowOriginMismatch: "\(place) grants another origin"
        case .allowCredentialsNotTrue: "\(place) does not say Access-Control-Allow-Credentials: true"
        case .preflightStatus: "the preflight is answered with status \(response?.status ?? 0), not 200 to 299"
        case .allowMethodsInvalid: "Access-Control-Allow-Methods is no list of methods"
        case .allowHeadersInvalid: "Access-Control-Allow-Headers is no list of names"
        case .methodNotAllowed: "the preflight's answer does not allow the method \(Latin1.text(failure.value))"
        case .headerNotAllowed: "the preflight's answer does not allow the header \(Latin1.text(failure.value))"
        }
    }

    /// The header at fault.
    var field: FieldName? {
        switch failure.reason {
        case .allowOriginMissing, .allowOriginMultiple, .allowOriginWildcardWithCredentials, .allowOriginMismatch:
            .accessControlAllowOrigin
        case .allowCredentialsNotTrue: .accessControlAllowCredentials
        case .allowMethodsInvalid, .methodNotAllowed: .accessControlAllowMethods
        case .allowHeadersInvalid, .headerNotAllowed: .accessControlAllowHeaders
        case .preflightStatus: nil
        }
    }

    /// Every answer that would be right.
    var expected: String {
        switch failure.reason {
        case .allowOriginMissing, .allowOriginMultiple, .allowOriginWildcardWithCredentials, .allowOriginMismatch:
            isCredentialed
                ? "one line Access-Control-Allow-Origin: \(origin), and Access-Control-Allow-Credentials: true"
                : "one line Access-Control-Allow-Origin: \(origin), or *"
        case .allowCredentialsNotTrue: "one line Access-Control-Allow-Credentials: true, in lower case"
        case .preflightStatus: "a status from 200 to 299, whatever the request's credentials"
        case .allowMethodsInvalid: "Access-Control-Allow-Methods is tokens with commas between them"
        case .allowHeadersInvalid: "Access-Control-Allow-Headers is tokens with commas between them"
        case .methodNotAllowed:
            "Access-Control-Allow-Methods lists \(Latin1.text(failure.value)), in this case"
                + (isCredentialed ? "; * does not count with credentials" : ", or *")
        case .headerNotAllowed:
            "Access-Control-Allow-Headers lists \(Latin1.text(failure.value))"
                + (isCredentialed || FieldName(unchecked: failure.value) == .authorization
                    ? "; * does not cover it" : ", or *")
        }
    }

    /// What came back.
    var actual: String {
        guard let response else { return "no response" }
        guard let field else { return "status \(response.status)" }
        let line = HeaderText.line(field, in: response)
        return response.status == 200 ? line : "\(line) (status \(response.status))"
    }
}
