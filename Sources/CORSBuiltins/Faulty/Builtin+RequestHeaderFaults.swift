import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Request headers that are granted though they are not listed.
    static let requestHeaderFaults: [Builtin] = headersGrantedWrongly + headersRefusedWrongly + headersNamedWrongly

    private static let headersGrantedWrongly: [Builtin] = [
        .faulty(
            "headers-reflected", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Grants whatever headers a preflight asks for.",
            seenIn: "expressjs/cors and hono by default",
            Deviation.configured { policy in
                var changed = policy
                changed.allowHeaders = ["*"]
                return changed
            }),
        .faulty(
            "headers-as-wildcard", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Writes * for the request headers and checks none.",
            seenIn: "plausible: a wildcard that was meant for development",
            { policy in
                try Deviation.refuseTrap(policy)
                var changed = policy
                changed.allowHeaders = ["*"]
                let application = try ReferenceApplication(for: changed)
                return { request in
                    var response = application.answer(request)
                    if response.headers.contains(.accessControlAllowHeaders), !policy.allowCredentials {
                        response.headers.set(.accessControlAllowHeaders, "*, Authorization")
                    }
                    return response
                }
            }),
        .faulty(
            "headers-first-checked", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Checks only the first of the request headers asked for.",
            seenIn: "plausible: a loop that returns too early",
            Deviation.grantingHeaders { name, request, _ in Deviation.askedHeaders(request).first != name }),
        .faulty(
            "headers-last-checked", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Checks only the last of the request headers asked for.",
            seenIn: "plausible: a loop that keeps only its last result",
            Deviation.grantingHeaders { name, request, _ in Deviation.askedHeaders(request).last != name }),
        .faulty(
            "headers-any-of", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Grants all request headers asked for where one of them is listed.",
            seenIn: "plausible: any where all was meant",
            Deviation.grantingHeaders { _, request, policy in
                let listed = Set(policy.allowHeaders.map { $0.lowercased() })
                return Deviation.askedHeaders(request).contains { listed.contains($0) }
            }),
        .faulty(
            "headers-unchecked-with-unsafe-method", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Checks request headers only beside GET, HEAD and POST.",
            seenIn: "plausible: an else branch between the two checks",
            Deviation.grantingHeaders { _, request, _ in !Deviation.isSafelisted(Deviation.askedMethod(request)) }),
        .faulty(
            "headers-unchecked-with-safe-method", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Checks request headers only beside methods that need a grant.",
            seenIn: "plausible: both checks within one branch",
            Deviation.grantingHeaders { _, request, _ in Deviation.isSafelisted(Deviation.askedMethod(request)) }),
        .faulty(
            "headers-unchecked-for-last-origin", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Does not check request headers for the last of several listed origins.",
            seenIn: "plausible: settings by origin, of which one is left as it was for a test",
            Deviation.grantingHeaders { _, request, policy in
                Deviation.hasSeveral(policy) && request.headers.first(.origin)?.text == policy.allowOrigins.last
            }),
        .faulty(
            "header-by-prefix", .requestHeaders, .unsafe, cause: "header-near-miss",
            "Grants every header that begins with a listed one.",
            seenIn: "flask-cors #165",
            near { name, listed in name.hasPrefix(listed) }),
        .faulty(
            "header-by-suffix", .requestHeaders, .unsafe, cause: "header-near-miss",
            "Grants every header that ends in a listed one.",
            seenIn: "plausible: a pattern of the listed names without a beginning",
            near { name, listed in name.hasSuffix(listed) }),
        .faulty(
            "header-part-of-list", .requestHeaders, .unsafe, cause: "header-near-miss",
            "Looks for the header anywhere in the text of the list.",
            seenIn: "plausible: a search in the joined list instead of in the list",
            near { name, listed in listed.contains(name) }),
        .faulty(
            "header-begins-listed", .requestHeaders, .unsafe, cause: "header-near-miss",
            "Grants every header with which a listed one begins.",
            seenIn: "plausible: a comparison with its sides swapped",
            near { name, listed in listed.hasPrefix(name) }),
        .faulty(
            "header-underscore-is-dash", .requestHeaders, .unsafe, cause: "header-near-miss",
            "Takes an underscore for a dash in header names.",
            seenIn: "plausible: names as CGI and WSGI have them",
            near { name, listed in
                let plain = { (text: String) in String(text.map { $0 == "_" ? "-" : $0 }) }
                return plain(name) == plain(listed)
            }),
        .faulty(
            "header-signs-stripped", .requestHeaders, .unsafe, cause: "header-near-miss",
            "Compares header names by their letters and digits alone.",
            seenIn: "plausible: names cleaned before they are compared",
            near { name, listed in
                let plain = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
                return plain(name) == plain(listed)
            }),
        .faulty(
            "header-by-first-word", .requestHeaders, .unsafe, cause: "header-near-miss",
            "Compares header names up to their first dash.",
            seenIn: "plausible: a prefix such as X- that is taken for the name",
            near { name, listed in
                let word = { (text: String) in text.prefix { $0 != "-" } }
                return word(name) == word(listed)
            }),
        .faulty(
            "x-headers-granted", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Grants every header whose name begins with X-.",
            seenIn: "plausible: custom headers granted wholesale",
            Deviation.grantingHeaders { name, _, _ in name.hasPrefix("x-") }),
        .faulty(
            "authorization-granted", .requestHeaders, .unsafe, cause: "common-header-granted",
            "Grants Authorization though it is not listed.",
            seenIn: "plausible: a default list of names beside the configured one",
            Deviation.grantingHeaders { name, _, _ in name == "authorization" }),
    ]

    private static let headersRefusedWrongly: [Builtin] = [
        .faulty(
            "headers-first-only", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Grants only the first of several request headers.",
            seenIn: "hand-written middleware",
            Deviation.configured { policy in
                var changed = policy
                if policy.allowHeaders != ["*"] { changed.allowHeaders = Array(policy.allowHeaders.prefix(1)) }
                return changed
            }),
        .faulty(
            "header-last-missing", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Does not know the last of several listed request headers.",
            seenIn: "plausible: a loop that ends one short",
            Deviation.refusing { request, policy in
                policy.allowHeaders.count > 1
                    && Deviation.askedHeaders(request).contains { $0 == policy.allowHeaders.last?.lowercased() }
            }),
        .faulty(
            "headers-case-sensitive", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Compares the names asked for with regard to case.",
            seenIn: "starlette #411, hapi #2866",
            Deviation.refusing { request, policy in
                policy.allowHeaders != ["*"]
                    && !Deviation.askedHeaders(request).allSatisfy { policy.allowHeaders.contains($0) }
            }),
        .faulty(
            "headers-split-at-comma-and-space", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Splits the names asked for at a comma with a space, which browsers do not send.",
            seenIn: "auth0/express-jwt #10",
            Deviation.refusing { request, policy in
                policy.allowHeaders != ["*"] && Deviation.askedHeaders(request).count > 1
            }),
        .faulty(
            "headers-compared-as-text", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Grants request headers only where all of the list are asked for.",
            seenIn: "plausible: the two lists compared as a whole",
            Deviation.refusing { request, policy in
                let asked = Deviation.askedHeaders(request)
                return policy.allowHeaders != ["*"] && !asked.isEmpty && asked.count != policy.allowHeaders.count
            }),
        .faulty(
            "headers-in-list-order", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Wants the names asked for in the order of its own list.",
            seenIn: "plausible: the two lists walked side by side",
            Deviation.refusing { request, policy in
                let listed = policy.allowHeaders.map { $0.lowercased() }
                let places = Deviation.askedHeaders(request).compactMap { listed.firstIndex(of: $0) }
                return places != places.sorted()
            }),
        .faulty(
            "headers-at-most-three", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Refuses preflights that ask for more than three headers.",
            seenIn: "plausible: a limit against long lists that is set too low",
            Deviation.refusing { request, _ in Deviation.askedHeaders(request).count > 3 }),
        .faulty(
            "headers-at-most-ten", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Refuses preflights that ask for more than ten headers, though any are granted.",
            seenIn: "plausible: a limit against long lists that is set too low",
            Deviation.refusing { request, _ in Deviation.askedHeaders(request).count > 10 }),
        .faulty(
            "header-with-signs-refused", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Refuses names with other signs than letters, digits and dashes.",
            seenIn: "rs/cors 64df15c, go-chi 318c905",
            Deviation.refusing { request, policy in
                policy.allowHeaders != ["*"] && Deviation.askedHeaders(request).contains(where: hasSigns)
            }),
        .faulty(
            "any-header-with-signs-refused", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Refuses names with other signs than letters, digits and dashes where any header is granted.",
            seenIn: "plausible: names checked before they are echoed",
            Deviation.refusing { request, policy in
                policy.allowHeaders == ["*"] && Deviation.askedHeaders(request).contains(where: hasSigns)
            }),
        .faulty(
            "any-header-as-name", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Takes the * of a policy for a header's name.",
            seenIn: "plausible: a list that is searched before it is looked at for *",
            Deviation.refusing { request, policy in
                policy.allowHeaders == ["*"] && !Deviation.askedHeaders(request).isEmpty
            }),
        .faulty(
            "authorization-needs-credentials", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Refuses Authorization, though it is listed, where credentials are off.",
            seenIn: "plausible: the header taken for the credentials of the fetch",
            Deviation.refusing { request, policy in
                !policy.allowCredentials && Deviation.askedHeaders(request).contains("authorization")
            }),
        .faulty(
            "headers-of-first-origin", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Lets the first listed origin alone use request headers.",
            seenIn: "plausible: settings by origin of which only the first is filled in",
            Deviation.refusing { request, policy in
                Deviation.hasSeveral(policy) && !Deviation.isFromFirst(request, policy)
                    && !Deviation.askedHeaders(request).isEmpty
            }),
    ]

    private static let headersNamedWrongly: [Builtin] = [
        .faulty(
            "headers-missing", .requestHeaders, .broken, cause: "headers-missing",
            "Never sends Access-Control-Allow-Headers.", seenIn: "http4s #2003",
            Deviation.writing(.accessControlAllowHeaders) { _, _, _ in nil }),
        .faulty(
            "headers-only-with-unsafe-method", .requestHeaders, .broken, cause: "headers-missing",
            "Names request headers only beside methods that need a grant.",
            seenIn: "plausible: both lists written within one branch",
            Deviation.writing(.accessControlAllowHeaders) { text, request, _ in
                Deviation.isSafelisted(Deviation.askedMethod(request)) ? nil : text
            }),
        .faulty(
            "headers-not-with-unsafe-method", .requestHeaders, .broken, cause: "headers-missing",
            "Names request headers only beside GET, HEAD and POST.",
            seenIn: "plausible: an else branch between the two lists",
            Deviation.writing(.accessControlAllowHeaders) { text, request, _ in
                Deviation.isSafelisted(Deviation.askedMethod(request)) ? text : nil
            }),
        .faulty(
            "headers-first-asked-named", .requestHeaders, .broken, cause: "header-not-listed",
            "Names only the first of the request headers asked for.",
            seenIn: "plausible: the first element of a list written for all of it",
            Deviation.writing(.accessControlAllowHeaders) { text, request, _ in
                Deviation.askedHeaders(request).first ?? text
            }),
        .faulty(
            "headers-last-asked-named", .requestHeaders, .broken, cause: "header-not-listed",
            "Names only the last of the request headers asked for.",
            seenIn: "plausible: a line that is set anew for each name",
            Deviation.writing(.accessControlAllowHeaders) { text, request, _ in
                Deviation.askedHeaders(request).last ?? text
            }),
        .faulty(
            "header-last-not-named", .requestHeaders, .broken, cause: "header-not-listed",
            "Leaves the last of several listed request headers out of the answer.",
            seenIn: "plausible: a loop that ends one short",
            Deviation.writing(.accessControlAllowHeaders) { text, _, policy in
                policy.allowHeaders.count > 1 ? policy.allowHeaders.dropLast().joined(separator: ", ") : text
            }),
        .faulty(
            "headers-cut-short", .requestHeaders, .broken, cause: "header-not-listed",
            "Cuts Access-Control-Allow-Headers off after 64 characters.",
            seenIn: "plausible: a buffer of a fixed size",
            Deviation.writing(.accessControlAllowHeaders) { text, _, _ in String(text.prefix(64)) }),
        .faulty(
            "content-type-not-named", .requestHeaders, .broken, cause: "header-not-listed",
            "Leaves Content-Type out of the answer, as if it never needed a grant.",
            seenIn: "plausible: safelisted names taken out of the list whatever their values",
            Deviation.writing(.accessControlAllowHeaders) { text, _, policy in
                let names = policy.allowHeaders.filter { $0.lowercased() != "content-type" }
                return policy.allowHeaders == ["*"] || names.isEmpty ? text : names.joined(separator: ", ")
            }),
        .faulty(
            "authorization-not-named", .requestHeaders, .broken, cause: "header-not-listed",
            "Leaves Authorization out of the answer though it is listed.",
            seenIn: "plausible: a list of names that scripts may not set, with Authorization in it by mistake",
            Deviation.writing(.accessControlAllowHeaders) { text, _, policy in
                let names = policy.allowHeaders.filter { $0.lowercased() != "authorization" }
                return policy.allowHeaders == ["*"] || names.isEmpty ? text : names.joined(separator: ", ")
            }),
        .faulty(
            "authorization-left-to-wildcard", .requestHeaders, .hazard, cause: "authorization-under-wildcard",
            "Writes * alone where any header is granted without credentials.",
            seenIn: "llama-swap #81, tower-http #526",
            Deviation.writing(.accessControlAllowHeaders) { text, _, policy in
                policy.allowHeaders == ["*"] && !policy.allowCredentials ? "*" : text
            }),
        .faulty(
            "any-header-with-credentials", .requestHeaders, .broken, cause: "wildcard-list-with-credentials",
            "Writes * for any header where credentials are granted.",
            seenIn: "gateway-api conformance, corrected in #4542",
            Deviation.writing(.accessControlAllowHeaders) { text, _, policy in
                policy.allowHeaders == ["*"] && policy.allowCredentials ? "*" : text
            }),
    ]

    /// Makes the reference that grants headers near a listed one, by their names in lower case.
    private static func near(_ isNear: @escaping @Sendable (String, String) -> Bool) -> Deviation.Make {
        Deviation.grantingHeaders { name, _, policy in
            policy.allowHeaders.contains { isNear(name, $0.lowercased()) }
        }
    }

    private static func hasSigns(_ name: String) -> Bool {
        name.contains { !$0.isLetter && !$0.isNumber && $0 != "-" }
    }
}
