import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Methods, request headers and max-age that are asked for, granted and written otherwise, and rightly.
    static let correctLists: [Builtin] = [
        .correct(
            "lists-without-spaces", .malformedGrants, "Separates methods and headers with bare commas.", seenIn: "gin",
            lists { names, _ in names.joined(separator: ",") }),
        .correct(
            "lists-doubled", .malformedGrants, "Names each method and header twice.",
            seenIn: "an application and a proxy that both list them",
            lists { names, _ in (names + names).joined(separator: ", ") }),
        .correct(
            "lists-reversed", .methods, "Lists methods and headers in another order.", seenIn: "servers that keep sets",
            lists { names, _ in names.reversed().joined(separator: ", ") }),
        .correct(
            "headers-lower-case", .requestHeaders, "Writes the request headers in lower case.",
            seenIn: "servers that store names for HTTP/2",
            Deviation.writing(.accessControlAllowHeaders) { text, _, _ in text.lowercased() }),
        .correct(
            "lists-more", .requestHeaders, "Names the methods and headers that need no grant as well.",
            seenIn: "starlette, chi, hapi",
            lists { names, field in
                let more =
                    field == .accessControlAllowMethods
                    ? ["GET", "HEAD", "POST", "OPTIONS"] : ["Accept", "Accept-Language", "Content-Language", "Origin"]
                return (more.filter { !names.contains($0) } + names).joined(separator: ", ")
            }),
        .correct(
            "methods-only-where-needed", .methods, "Leaves the methods out where GET, HEAD or POST is asked for.",
            seenIn: "gorilla, jub0bs/cors",
            Deviation.writing(.accessControlAllowMethods) { text, request, _ in
                Deviation.isSafelisted(Deviation.askedMethod(request)) ? nil : text
            }),
        .correct(
            "headers-only-where-asked", .requestHeaders, "Leaves the request headers out where none is asked for.",
            seenIn: "most frameworks",
            Deviation.writing(.accessControlAllowHeaders) { text, request, _ in
                Deviation.askedHeaders(request).isEmpty ? nil : text
            }),
        .correct(
            "strict-asks", .requestHeaders,
            "Refuses lists of request headers that no browser writes: in upper case, spaced, unsorted, doubled.",
            seenIn: "rs/cors, jub0bs/cors",
            Deviation.refusing { request, _ in
                let lines = request.headers.values(.accessControlRequestHeaders)
                guard let line = lines.first else { return false }
                let names = line.text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                let isPlain = names.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isUppercase) }
                return lines.count > 1 || !isPlain || line.text.contains(" ") || Set(names).count < names.count
                    || names != names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            }),
        .correct(
            "refused-item-alone-missing", .preflights,
            "Grants the origin where it refuses a method or a header, with 200 and the policy's lists.",
            seenIn: "express, vapor, django-cors-headers, tower-http", refusedItemMissing(status: 200)),
        .correct(
            "refused-item-bad-request", .preflights,
            "Grants the origin where it refuses a method or a header, with 400 and the policy's lists.",
            seenIn: "starlette", refusedItemMissing(status: 400)),
        .correct(
            "empty-content-announced", .preflights, "Sends Content-Length: 0 beside status 204.",
            seenIn: "expressjs/cors, fastify",
            Deviation.afterPreflight { _, response, _ in
                if response.status == 204 { response.headers.append("Content-Length", "0") }
            }),
        .correct(
            "zero-max-age-as-minus-one", .maxAge, "Writes a max-age of 0 as -1.", seenIn: "http4s",
            Deviation.writing(.accessControlMaxAge) { text, _, _ in text == "0" ? "-1" : text }),
        .correct(
            "zero-max-age-absent", .maxAge, "Leaves a max-age of 0 out.", seenIn: "servers that take 0 for unset",
            Deviation.writing(.accessControlMaxAge) { text, _, _ in text == "0" ? nil : text }),
        .correct(
            "unstated-max-age-sent", .maxAge, "Sends a max-age of its own where the policy states none.",
            seenIn: "starlette, hapi, Tomcat",
            Deviation.afterPreflight { _, response, policy in
                if policy.maxAge == nil, response.headers.contains(.accessControlAllowOrigin) {
                    response.headers.append(.accessControlMaxAge, "1800")
                }
            }),
    ]

    /// Makes the reference that writes the lists of methods and headers otherwise.
    private static func lists(_ change: @escaping @Sendable ([String], FieldName) -> String) -> Deviation.Make {
        Deviation.afterPreflight { _, response, _ in
            for name in [FieldName.accessControlAllowMethods, .accessControlAllowHeaders] {
                guard let value = response.headers.first(name) else { continue }
                let names = value.text.split(separator: ",").map { String($0.drop { $0 == " " }) }
                response.headers.set(name, FieldValue(change(names, name)))
            }
        }
    }

    /// Makes the reference that answers a granted origin with the policy's lists, whatever it asks for.
    private static func refusedItemMissing(status: Int) -> Deviation.Make {
        Deviation.around { application, request in
            let response = application.answer(request)
            guard response.status == 403, Deviation.isPreflight(request) else { return response }
            var asked = request
            asked.headers.set(.accessControlRequestMethod, "GET")
            asked.headers.remove(.accessControlRequestHeaders)
            var granted = application.answer(asked)
            guard granted.headers.contains(.accessControlAllowOrigin) else { return response }
            granted.status = status
            let methods = application.layer.policy.allowMethods
            // For any method the reference names the one asked for, which was not this.
            if methods == ["*"] { granted.headers.remove(.accessControlAllowMethods) }
            return granted
        }
    }
}
