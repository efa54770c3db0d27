import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Errors that are made otherwise, and granted rightly.
    static let correctErrors: [Builtin] = [
        .correct(
            "forbidden-granted", .order, "Answers 403 instead of 401, with the grant.", seenIn: "Spring Security",
            Deviation.after { _, response, _ in
                if response.status == 401 {
                    response.status = 403
                    response.headers.remove("WWW-Authenticate")
                }
            }),
        .correct(
            "errors-not-kept", .errors, "Lets nobody keep its errors, and writes no Vary on them.",
            seenIn: "servers whose error handler sets Cache-Control",
            Deviation.after { _, response, _ in
                if response.status >= 400 {
                    response.headers.remove(.vary)
                    response.headers.append("Cache-Control", "no-store")
                }
            }),
        .correct(
            "lists-on-actual", .order, "Sends what belongs to preflights on actual answers as well.",
            seenIn: "vapor, rack-cors, django-cors-headers",
            Deviation.after { request, response, policy in
                guard !Deviation.isPreflight(request) else { return }
                response.headers.append(
                    .accessControlAllowMethods, FieldValue(policy.allowMethods.joined(separator: ", ")))
                if !policy.allowHeaders.isEmpty {
                    response.headers.append(
                        .accessControlAllowHeaders, FieldValue(policy.allowHeaders.joined(separator: ", ")))
                }
                if let maxAge = policy.maxAge {
                    response.headers.append(.accessControlMaxAge, FieldValue(String(maxAge)))
                }
            }),
        .correct(
            "no-head-route", .errors, "Has no HEAD on missing routes: answers 405, with the grant.",
            seenIn: "routers without automatic HEAD",
            Deviation.around { application, request in
                var response = application.answer(request)
                if request.method == .head, response.status == 404 { response.status = 405 }
                return response
            }),
    ]
}
