import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Preflights that are answered otherwise, and rightly.
    static let correctPreflights: [Builtin] = [
        .correct(
            "preflight-ok-with-body", .preflights, "Answers preflights with 200.", seenIn: "starlette, flask, Spring",
            Deviation.afterPreflight { _, response, _ in
                if response.status == 204 {
                    response.status = 200
                    response.headers.append("Content-Type", "text/plain")
                    response.headers.append("Content-Length", "2")
                }
            }),
        .correct(
            "refused-with-ok", .preflights, "Answers refused preflights with 200 and no grant.",
            seenIn: "rs/cors, chi, django-cors-headers",
            Deviation.afterPreflight { _, response, _ in if response.status == 403 { response.status = 200 } }),
        .correct(
            "refused-with-lists", .preflights, "Lists methods and headers to refused origins, without the grant.",
            seenIn: "express, vapor, starlette",
            Deviation.afterPreflight { _, response, policy in
                if response.status == 403 {
                    response.headers.append(
                        .accessControlAllowMethods, FieldValue(policy.allowMethods.joined(separator: ", ")))
                }
            }),
        .correct(
            "wildcard-lists", .requestHeaders, "Writes * for methods and headers, and Authorization beside it.",
            seenIn: "tower-http, http4s",
            Deviation.afterPreflight { _, response, policy in
                guard !policy.allowCredentials, response.headers.contains(.accessControlAllowOrigin) else { return }
                if policy.allowMethods == ["*"] { response.headers.set(.accessControlAllowMethods, "*") }
                if policy.allowHeaders == ["*"] {
                    response.headers.set(.accessControlAllowHeaders, "*, Authorization")
                }
            }),
        .correct(
            "lists-over-lines", .malformedGrants, "Writes each method and header on a line of its own.",
            seenIn: "servers that add a header each time", listsOverLines),
        .correct(
            "odd-spacing", .malformedGrants, "Writes lists with empty elements, tabs and upper-case names.",
            seenIn: "aiohttp-cors, gin",
            Deviation.afterPreflight { _, response, _ in
                for name in [FieldName.accessControlAllowMethods, .accessControlAllowHeaders] {
                    guard let value = response.headers.first(name) else { continue }
                    let text = name == .accessControlAllowHeaders ? value.text.uppercased() : value.text
                    response.headers.set(
                        name, FieldValue("," + text.split(separator: ",").joined(separator: "\t,\t") + " ,"))
                }
            }),
        .correct(
            "safelisted-not-listed", .methods, "Leaves GET, HEAD and POST out of the methods.",
            seenIn: "gorilla, jub0bs/cors",
            Deviation.afterPreflight { _, response, policy in
                guard response.headers.contains(.accessControlAllowMethods), policy.allowMethods != ["*"] else {
                    return
                }
                let unsafe = policy.allowMethods.filter { !["GET", "HEAD", "POST"].contains($0) }
                response.headers.remove(.accessControlAllowMethods)
                if !unsafe.isEmpty {
                    response.headers.append(.accessControlAllowMethods, FieldValue(unsafe.joined(separator: ", ")))
                }
            }),
        .correct(
            "smaller-max-age", .maxAge, "Sends a smaller max-age than configured.", seenIn: "gorilla, which caps it",
            Deviation.afterPreflight { _, response, policy in
                if let maxAge = policy.maxAge, response.headers.contains(.accessControlMaxAge) {
                    response.headers.set(.accessControlMaxAge, FieldValue(String(maxAge / 2)))
                }
            }),
        .correct(
            "granted-echoed", .methods, "Lists the method and the headers asked for, once they are found granted.",
            seenIn: "rs/cors, chi, rack-cors", grantedEchoed),
        .correct(
            "safelisted-refused", .methods, "Refuses preflights for GET, HEAD and POST where they are not listed.",
            seenIn: "rs/cors, Spring, Tomcat",
            Deviation.before { request, policy in
                guard Deviation.isPreflight(request), policy.allowMethods != ["*"],
                    let method = request.headers.first(.accessControlRequestMethod),
                    !policy.allowMethods.contains(method.text)
                else { return nil }
                return HTTPResponse(status: 403)
            }),
        .correct(
            "options-answered", .notCORS, "Answers OPTIONS that are no preflights in the CORS layer.",
            seenIn: "expressjs/cors, tower-http, gin",
            Deviation.around { application, request in
                guard request.method == .options, !application.layer.isPreflight(request) else {
                    return application.answer(request)
                }
                return application.layer.decorate(HTTPResponse(status: 204, headers: ["Allow": "GET"]), to: request)
            }),
    ]
}

// MARK: - Variants that need more than a line

extension Builtin {
    private static let listsOverLines: Deviation.Make = Deviation.afterPreflight { _, response, _ in
        for name in [FieldName.accessControlAllowMethods, .accessControlAllowHeaders] {
            guard let value = response.headers.first(name) else { continue }
            response.headers.remove(name)
            for element in value.text.split(separator: ",") {
                response.headers.append(name, FieldValue(String(element.drop { $0 == " " })))
            }
        }
    }

    private static let grantedEchoed: Deviation.Make = Deviation.afterPreflight { request, response, _ in
        let lists: [(asked: FieldName, granted: FieldName)] = [
            (.accessControlRequestMethod, .accessControlAllowMethods),
            (.accessControlRequestHeaders, .accessControlAllowHeaders),
        ]
        for list in lists where response.headers.contains(.accessControlAllowOrigin) {
            response.headers.remove(list.granted)
            if let value = request.headers.first(list.asked) { response.headers.append(list.granted, value) }
        }
    }
}
