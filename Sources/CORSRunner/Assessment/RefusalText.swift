import CORSVocabulary
import FetchModel

/// What is said of a refusal that a browser does not see.
struct RefusalText {
    /// What was asked for.
    let step: PlannedStep
    /// The response that grants.
    let response: HTTPResponse?
    /// Whether it is a preflight that passes.
    let isPreflight: Bool

    private var origin: String { step.judged?.origin.text ?? "" }

    /// What is wrong.
    var message: String {
        let method = step.judged?.method.text ?? ""
        let url = step.judged?.url ?? ""
        let credentials = step.judged?.credentials == .include ? " with credentials" : ""
        guard step.isSendableOrigin else {
            return "The answer grants \(origin), which the policy refuses; no browser sends such an origin."
        }
        if isPreflight || step.isJudgedAsPreflight {
            let headers = step.judged?.headers.fields.map(\.name.text).joined(separator: ", ") ?? ""
            let with = headers.isEmpty ? "" : " with the headers \(headers)"
            return
                "A browser would let a page on \(origin) send \(method) \(url)\(with)\(credentials), which the policy "
                + "refuses."
        }
        return "A browser would let a page on \(origin) read \(method) \(url)\(credentials), which the policy refuses."
    }

    /// Every answer that would be right.
    var expected: String {
        if step.isRefusedOrigin {
            return "no Access-Control-Allow-Origin that is \(origin) or *; the status is free"
        }
        if isPreflight || step.isJudgedAsPreflight {
            return "a preflight that does not pass: the method or header is not listed, or there is no grant at all"
        }
        return "an answer that a browser does not let this page read"
    }

    /// What came back.
    var actual: String {
        var names: [FieldName] = [.accessControlAllowOrigin, .accessControlAllowCredentials]
        if isPreflight || step.isJudgedAsPreflight {
            names += [.accessControlAllowMethods, .accessControlAllowHeaders]
        }
        return names.filter { response?.headers.contains($0) == true }.map { HeaderText.line($0, in: response) }
            .joined(separator: "; ")
    }
}
