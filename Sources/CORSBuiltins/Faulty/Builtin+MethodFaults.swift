import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Methods that are granted though they are not listed, or refused though they are.
    static let methodFaults: [Builtin] = methodsGrantedWrongly + methodsRefusedWrongly

    private static let methodsGrantedWrongly: [Builtin] = [
        .faulty(
            "method-reflected", .methods, .unsafe, cause: "methods-reflected",
            "Grants whatever method a preflight asks for.",
            seenIn: "echo's way of listing methods",
            Deviation.configured { policy in
                var changed = policy
                changed.allowMethods = ["*"]
                return changed
            }),
        .faulty(
            "method-case-ignored", .methods, .unsafe, cause: "method-case",
            "Compares methods without regard to case and names the one asked for.",
            seenIn: "rs/cors #158",
            Deviation.grantingMethods { method, _, policy in
                policy.allowMethods.contains { $0.lowercased() == method.lowercased() }
            }),
        .faulty(
            "method-by-prefix", .methods, .unsafe, cause: "method-near-miss",
            "Grants every method that begins with a listed one.",
            seenIn: "plausible: a pattern of the listed methods without an end",
            Deviation.grantingMethods { method, _, policy in policy.allowMethods.contains { method.hasPrefix($0) } }),
        .faulty(
            "method-by-suffix", .methods, .unsafe, cause: "method-near-miss",
            "Grants every method that ends in a listed one.",
            seenIn: "plausible: a pattern of the listed methods without a beginning",
            Deviation.grantingMethods { method, _, policy in policy.allowMethods.contains { method.hasSuffix($0) } }),
        .faulty(
            "method-part-of-list", .methods, .unsafe, cause: "method-near-miss",
            "Looks for the method anywhere in the text of the list.",
            seenIn: "plausible: a search in the joined list instead of in the list",
            Deviation.grantingMethods { method, _, policy in
                !method.isEmpty && policy.allowMethods.joined(separator: ", ").contains(method)
            }),
        .faulty(
            "method-signs-stripped", .methods, .unsafe, cause: "method-near-miss",
            "Compares methods by their letters alone.",
            seenIn: "plausible: names cleaned before they are compared",
            Deviation.grantingMethods { method, _, policy in
                policy.allowMethods.contains { $0.filter(\.isLetter) == method.filter(\.isLetter) }
            }),
        .faulty(
            "method-unchecked-with-headers", .methods, .unsafe, cause: "methods-reflected",
            "Checks the method only where no request header is asked for.",
            seenIn: "plausible: an else branch between the two checks",
            Deviation.grantingMethods { _, request, _ in !Deviation.askedHeaders(request).isEmpty }),
        .faulty(
            "method-unchecked-without-headers", .methods, .unsafe, cause: "methods-reflected",
            "Checks the method only where request headers are asked for.",
            seenIn: "plausible: both checks within one branch",
            Deviation.grantingMethods { _, request, _ in Deviation.askedHeaders(request).isEmpty }),
        .faulty(
            "method-unchecked-for-later-origins", .methods, .unsafe, cause: "methods-reflected",
            "Checks the method for the first listed origin alone.",
            seenIn: "plausible: settings by origin of which only the first is filled in",
            Deviation.grantingMethods { _, request, policy in
                Deviation.hasSeveral(policy) && !Deviation.isFromFirst(request, policy)
            }),
        .faulty(
            "method-unchecked-for-last-origin", .methods, .unsafe, cause: "methods-reflected",
            "Does not check the method for the last of three or more listed origins.",
            seenIn: "plausible: settings by origin, of which one is left as it was for a test",
            Deviation.grantingMethods { _, request, policy in
                policy.allowOrigins.count > 2 && request.headers.first(.origin)?.text == policy.allowOrigins.last
            }),
        .faulty(
            "methods-as-wildcard", .methods, .unsafe, cause: "methods-reflected",
            "Writes * for the methods and checks none.",
            seenIn: "plausible: a wildcard that was meant for development",
            { policy in
                try Deviation.refuseTrap(policy)
                var changed = policy
                changed.allowMethods = ["*"]
                let application = try ReferenceApplication(for: changed)
                return { request in
                    var response = application.answer(request)
                    if response.headers.contains(.accessControlAllowMethods), !policy.allowCredentials {
                        response.headers.set(.accessControlAllowMethods, "*")
                    }
                    return response
                }
            }),
    ]

    private static let methodsRefusedWrongly: [Builtin] = [
        .faulty(
            "methods-lower-case", .methods, .broken, cause: "method-case", "Writes the methods in lower case.",
            seenIn: "axios #26, expressjs #261",
            Deviation.writing(.accessControlAllowMethods) { text, _, _ in text.lowercased() }),
        .faulty(
            "methods-upper-case", .methods, .broken, cause: "method-case",
            "Writes the methods in upper case, those too that are listed in lower case.",
            seenIn: "plausible: names made alike when settings are read",
            Deviation.writing(.accessControlAllowMethods) { text, _, _ in text.uppercased() }),
        .faulty(
            "methods-safelisted-only", .methods, .broken, cause: "method-not-listed",
            "Lists GET, HEAD and POST whatever is configured.",
            seenIn: "gorilla/handlers 6c51c5d",
            Deviation.writing(.accessControlAllowMethods) { _, _, _ in "GET, HEAD, POST" }),
        .faulty(
            "methods-missing", .methods, .broken, cause: "methods-missing",
            "Never sends Access-Control-Allow-Methods.", seenIn: "hand-written OPTIONS handlers",
            Deviation.writing(.accessControlAllowMethods) { _, _, _ in nil }),
        .faulty(
            "methods-only-with-headers", .methods, .broken, cause: "methods-missing",
            "Lists methods only where request headers are asked for.",
            seenIn: "plausible: both lists written within one branch",
            Deviation.writing(.accessControlAllowMethods) { text, request, _ in
                Deviation.askedHeaders(request).isEmpty ? nil : text
            }),
        .faulty(
            "methods-not-with-headers", .methods, .broken, cause: "methods-missing",
            "Lists either the request headers, where some are asked for, or the methods.",
            seenIn: "plausible: an else branch between the two lists",
            Deviation.writing(.accessControlAllowMethods) { text, request, _ in
                Deviation.askedHeaders(request).isEmpty ? text : nil
            }),
        .faulty(
            "method-last-missing", .methods, .broken, cause: "preflight-refuses-method",
            "Does not know the last listed method.",
            seenIn: "plausible: a loop that ends one short",
            Deviation.refusing { request, policy in
                policy.allowMethods.count > 1 && Deviation.askedMethod(request) == policy.allowMethods.last
            }),
        .faulty(
            "method-last-not-named", .methods, .broken, cause: "method-not-listed",
            "Leaves the last listed method out of the answer.",
            seenIn: "plausible: a loop that ends one short",
            Deviation.writing(.accessControlAllowMethods) { text, _, policy in
                policy.allowMethods.count > 1 ? policy.allowMethods.dropLast().joined(separator: ", ") : text
            }),
        .faulty(
            "patch-forgotten", .methods, .broken, cause: "preflight-refuses-method",
            "Knows every common method but PATCH.",
            seenIn: "plausible: an enumeration of the methods of RFC 9110, which has no PATCH",
            Deviation.refusing { request, _ in Deviation.askedMethod(request) == "PATCH" }),
        .faulty(
            "method-with-signs-refused", .methods, .broken, cause: "preflight-refuses-method",
            "Refuses methods that are not letters alone.",
            seenIn: "plausible: a pattern such as [A-Za-z]+ for a method",
            Deviation.refusing { request, _ in !Deviation.askedMethod(request).allSatisfy(\.isLetter) }),
        .faulty(
            "method-in-lower-case-refused", .methods, .broken, cause: "preflight-refuses-method",
            "Refuses methods that are in lower case, though one is listed so.",
            seenIn: "plausible: a pattern such as [A-Z-]+ for a method",
            Deviation.refusing { request, _ in Deviation.askedMethod(request).contains(where: \.isLowercase) }),
        .faulty(
            "safelisted-methods-refused", .methods, .broken, cause: "preflight-refuses-headers",
            "Refuses preflights for GET, HEAD and POST though they are listed.",
            seenIn: "plausible: the belief that these methods never have a preflight",
            Deviation.refusing { request, _ in Deviation.isSafelisted(Deviation.askedMethod(request)) }),
        .faulty(
            "head-refused", .methods, .broken, cause: "preflight-refuses-headers",
            "Refuses preflights for HEAD though it is listed.",
            seenIn: "plausible: routes that answer HEAD by GET and do not list it",
            Deviation.refusing { request, _ in Deviation.askedMethod(request) == "HEAD" }),
        .faulty(
            "methods-of-first-origin", .methods, .broken, cause: "preflight-refuses-method",
            "Lets further origins use GET alone.",
            seenIn: "plausible: settings by origin of which only the first is filled in",
            Deviation.refusing { request, policy in
                Deviation.hasSeveral(policy) && !Deviation.isFromFirst(request, policy)
                    && !Deviation.isSafelisted(Deviation.askedMethod(request))
            }),
        .faulty(
            "any-method-with-credentials", .methods, .broken, cause: "wildcard-list-with-credentials",
            "Writes * for any method where credentials are granted.",
            seenIn: "gateway-api conformance, corrected in #4542",
            Deviation.writing(.accessControlAllowMethods) { text, _, policy in
                policy.allowMethods == ["*"] && policy.allowCredentials ? "*" : text
            }),
        .faulty(
            "any-method-as-name", .methods, .broken, cause: "preflight-refuses-method",
            "Takes the * of a policy for a method's name.",
            seenIn: "plausible: a list that is searched before it is looked at for *",
            Deviation.refusing { request, policy in
                policy.allowMethods == ["*"] && !Deviation.isSafelisted(Deviation.askedMethod(request))
            }),
        .faulty(
            "actual-writes-without-grant", .methods, .broken, cause: "cors-not-on-route",
            "Grants preflights, and actual answers to GET, HEAD and POST alone.",
            seenIn: "plausible: a layer around the handlers of some methods",
            Deviation.after { request, response, _ in
                if request.method != .options, !Deviation.isSafelisted(request.method.text) {
                    response.headers.remove(.accessControlAllowOrigin)
                }
            }),
        .faulty(
            "options-swallowed", .methods, .broken, cause: "cors-not-on-route",
            "Answers every OPTIONS that is no preflight, and without a grant, though OPTIONS is listed.",
            seenIn: "echo #2534, expressjs #40",
            Deviation.before { request, _ in
                request.method == .options && !Deviation.isPreflight(request) ? HTTPResponse(status: 204) : nil
            }),
    ]
}
