import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Servers that keep something between requests, and rightly.
    static let correctState: [Builtin] = [
        .correct(
            "request-numbers", .state, "Gives each answer a number and a time of its own.", seenIn: "most servers",
            Deviation.remembering(0) { count, application, request in
                count += 1
                var response = application.answer(request)
                response.headers.append("X-Request-Number", FieldValue(String(count)))
                return response
            }),
        .correct(
            "two-servers", .state, "Is two servers that answer in turn, one of which writes Vary and lists otherwise.",
            seenIn: "deployments that are half done",
            Deviation.remembering(0) { count, application, request in
                count += 1
                var response = application.answer(request)
                guard count.isMultiple(of: 2) else { return response }
                response.headers.append(.vary, "Accept-Encoding")
                if Deviation.isPreflight(request), response.status == 204 {
                    response.status = 200
                    response.headers.append("Content-Length", "0")
                }
                return response
            }),
    ]
}
