import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Grants that browsers do not read as they are meant.
    static let malformedGrantFaults: [Builtin] = listsWrittenWrongly + originsWrittenWrongly + credentialsWrittenWrongly

    private static let listsWrittenWrongly: [Builtin] = [
        .faulty(
            "methods-as-array", .malformedGrants, .broken, cause: "methods-not-a-list",
            "Writes the methods as the description of an array.",
            seenIn: "string interpolation of an array",
            Deviation.writing(.accessControlAllowMethods) { _, _, policy in "\(policy.allowMethods)" }),
        list(
            "methods-with-semicolons", .accessControlAllowMethods, "methods-not-a-list",
            "Separates the methods with semicolons.", seenIn: "configuration files"
        ) { $0.joined(separator: "; ") },
        list(
            "methods-with-spaces", .accessControlAllowMethods, "methods-not-a-list",
            "Separates the methods with spaces.", seenIn: "plausible: a setting of the command line passed on as it is"
        ) { $0.joined(separator: " ") },
        list(
            "methods-in-quotes", .accessControlAllowMethods, "methods-not-a-list",
            "Writes the list of methods in quotes.", seenIn: "plausible: the quotes of a configuration file kept"
        ) { "\"\($0.joined(separator: ", "))\"" },
        list(
            "methods-percent-encoded", .accessControlAllowMethods, "method-not-listed",
            "Writes the commas and spaces between methods percent-encoded.",
            seenIn: "plausible: a setting read from a URL"
        ) { $0.joined(separator: "%2C%20") },
        list(
            "methods-run-together", .accessControlAllowMethods, "method-not-listed",
            "Writes the methods with nothing between them.", seenIn: "plausible: elements joined without a separator"
        ) { $0.joined() },
        .faulty(
            "methods-empty", .malformedGrants, .broken, cause: "methods-missing",
            "Sends Access-Control-Allow-Methods without a value.",
            seenIn: "plausible: a variable that is not set",
            Deviation.writing(.accessControlAllowMethods) { _, _, _ in "" }),
        .faulty(
            "methods-misnamed", .malformedGrants, .broken, cause: "methods-missing",
            "Sends Access-Control-Allow-Method.", seenIn: "hand-written middleware",
            Deviation.naming(.accessControlAllowMethods, "Access-Control-Allow-Method")),
        list(
            "headers-with-semicolons", .accessControlAllowHeaders, "headers-not-a-list",
            "Separates the request headers with semicolons.", seenIn: "configuration files"
        ) { $0.joined(separator: "; ") },
        list(
            "headers-with-spaces", .accessControlAllowHeaders, "headers-not-a-list",
            "Separates the request headers with spaces.",
            seenIn: "plausible: a setting of the command line passed on as it is"
        ) { $0.joined(separator: " ") },
        list(
            "headers-each-in-quotes", .accessControlAllowHeaders, "headers-not-a-list",
            "Writes each request header in quotes.", seenIn: "plausible: the members of a JSON array joined as they are"
        ) { $0.map { "\"\($0)\"" }.joined(separator: ", ") },
        list(
            "headers-as-array", .accessControlAllowHeaders, "headers-not-a-list",
            "Writes the request headers as a JSON array.", seenIn: "plausible: string interpolation of an array"
        ) { "\($0)" },
        list(
            "headers-with-colons", .accessControlAllowHeaders, "headers-not-a-list",
            "Writes each request header with its colon.", seenIn: "plausible: names copied out of header lines"
        ) { $0.map { "\($0):" }.joined(separator: ", ") },
        list(
            "headers-with-foreign-byte", .accessControlAllowHeaders, "headers-not-a-list",
            "Ends the request headers with a no-break space.", seenIn: "plausible: a list copied out of a web page"
        ) { $0.joined(separator: ", ") + "\u{A0}" },
        .faulty(
            "headers-empty", .malformedGrants, .broken, cause: "headers-missing",
            "Sends Access-Control-Allow-Headers without a value.",
            seenIn: "plausible: a variable that is not set",
            Deviation.writing(.accessControlAllowHeaders) { _, _, _ in "" }),
        .faulty(
            "headers-misnamed", .malformedGrants, .broken, cause: "headers-missing",
            "Sends Access-Control-Allow-Header.", seenIn: "hand-written middleware",
            Deviation.naming(.accessControlAllowHeaders, "Access-Control-Allow-Header")),
        .faulty(
            "headers-malformed-unasked", .malformedGrants, .broken, cause: "headers-not-a-list",
            "Writes a list of request headers that is none where no header is asked for.",
            seenIn: "plausible: a default text in a place of the list",
            Deviation.afterPreflight { request, response, _ in
                if Deviation.askedHeaders(request).isEmpty, response.headers.contains(.accessControlAllowOrigin) {
                    response.headers.set(.accessControlAllowHeaders, "(none)")
                }
            }),
    ]

    private static let originsWrittenWrongly: [Builtin] = [
        origin("origin-in-quotes", "grant-spelled-wrong", "Writes the granted origin in quotes.") { "\"\($0)\"" },
        origin("origin-in-angle-brackets", "grant-spelled-wrong", "Writes the granted origin in angle brackets.") {
            "<\($0)>"
        },
        origin("origin-with-comma", "grant-spelled-wrong", "Ends the granted origin with a comma.") { "\($0)," },
        origin("origin-with-semicolon", "grant-spelled-wrong", "Ends the granted origin with a semicolon.") {
            "\($0);"
        },
        origin("origin-joined", "granted-twice", "Writes the granted origin twice on one line.") { "\($0), \($0)" },
        origin("origin-beside-wildcard", "granted-twice", "Writes * beside the granted origin.") { "*, \($0)" },
        .faulty(
            "origins-with-spaces", .malformedGrants, .broken, cause: "grant-is-list",
            "Writes all listed origins on one line with spaces between them.",
            seenIn: "plausible: the list of origins that an early draft of CORS had",
            Deviation.writing(.accessControlAllowOrigin) { text, _, policy in
                policy.allowOrigins.count > 1 ? policy.allowOrigins.joined(separator: " ") : text
            }),
        .faulty(
            "origin-on-two-lines", .malformedGrants, .broken, cause: "granted-twice",
            "Grants the origin on two equal lines.", seenIn: "eBay/cors-filter #8, hono #1129",
            Deviation.adding(.accessControlAllowOrigin)),
        .faulty(
            "origin-twice-on-preflights", .malformedGrants, .broken, cause: "granted-twice",
            "Grants the origin on two equal lines of preflights' answers.",
            seenIn: "plausible: a proxy and an application that both answer preflights",
            Deviation.adding(.accessControlAllowOrigin, where: { request, _ in Deviation.isPreflight(request) })),
        .faulty(
            "origin-twice-on-errors", .malformedGrants, .broken, cause: "granted-twice",
            "Grants the origin a second time where it answers with an error.",
            seenIn: "plausible: an error handler that adds the grant which the layer around it adds too",
            Deviation.adding(.accessControlAllowOrigin, where: { _, response in response.status >= 400 })),
        .faulty(
            "origin-and-empty-line", .malformedGrants, .broken, cause: "granted-twice",
            "Adds an empty Access-Control-Allow-Origin line.",
            seenIn: "plausible: a proxy that adds a variable which is not set",
            Deviation.adding(.accessControlAllowOrigin, as: { _ in "" })),
        .faulty(
            "origin-misnamed", .malformedGrants, .broken, cause: "no-cors-layer", "Sends Allow-Origin.",
            seenIn: "hand-written middleware",
            Deviation.naming(.accessControlAllowOrigin, "Allow-Origin")),
        .faulty(
            "origin-misspelt", .malformedGrants, .broken, cause: "no-cors-layer", "Sends Access-Control-Allow-Orgin.",
            seenIn: "hand-written middleware",
            Deviation.naming(.accessControlAllowOrigin, "Access-Control-Allow-Orgin")),
        .faulty(
            "origin-with-underscores", .malformedGrants, .broken, cause: "no-cors-layer",
            "Sends Access_Control_Allow_Origin.", seenIn: "plausible: a keyword argument taken for a header's name",
            Deviation.naming(.accessControlAllowOrigin, "Access_Control_Allow_Origin")),
    ]

    private static let credentialsWrittenWrongly: [Builtin] = [
        credentials("credentials-upper-case", "Writes Access-Control-Allow-Credentials: TRUE.") { _ in "TRUE" },
        credentials("credentials-one", "Writes Access-Control-Allow-Credentials: 1.") { _ in "1" },
        credentials("credentials-yes", "Writes Access-Control-Allow-Credentials: yes.") { _ in "yes" },
        credentials("credentials-quoted", "Writes the true of credentials in quotes.") { "\"\($0)\"" },
        credentials("credentials-with-semicolon", "Ends the true of credentials with a semicolon.") { "\($0);" },
        credentials("credentials-joined", "Writes true twice on one line.") { "\($0), \($0)" },
        credentials("credentials-empty", "Sends Access-Control-Allow-Credentials without a value.") { _ in "" },
        .faulty(
            "credentials-on-two-lines", .malformedGrants, .broken, cause: "granted-twice",
            "Sends Access-Control-Allow-Credentials: true on two lines.",
            seenIn: "plausible: a proxy and an application that both send it",
            Deviation.adding(.accessControlAllowCredentials)),
        .faulty(
            "credentials-misnamed", .malformedGrants, .broken, cause: "credentials-missing",
            "Sends Access-Control-Allow-Credential.", seenIn: "hand-written middleware",
            Deviation.naming(.accessControlAllowCredentials, "Access-Control-Allow-Credential")),
    ]
}

// MARK: - Families of one shape

extension Builtin {
    /// Makes a builtin that writes a list of names otherwise; `*` stays as it is.
    private static func list(
        _ name: String, _ field: FieldName, _ cause: String, _ summary: String, seenIn: String,
        _ change: @escaping @Sendable ([String]) -> String
    ) -> Builtin {
        .faulty(
            name, .malformedGrants, .broken, cause: cause, summary, seenIn: seenIn,
            Deviation.writing(field) { text, _, policy in
                let names = field == .accessControlAllowMethods ? policy.allowMethods : policy.allowHeaders
                return names == ["*"] ? text : change(names)
            })
    }

    /// Makes a builtin that writes the granted origin otherwise; `*` stays as it is.
    private static func origin(
        _ name: String, _ cause: String, _ summary: String, _ change: @escaping @Sendable (String) -> String
    ) -> Builtin {
        .faulty(
            name, .malformedGrants, .broken, cause: cause, summary,
            seenIn: "plausible: a value put together from text, or copied with what stood around it",
            Deviation.writing(.accessControlAllowOrigin) { text, _, _ in text == "*" ? text : change(text) })
    }

    /// Makes a builtin that writes `true` otherwise.
    private static func credentials(
        _ name: String, _ summary: String, _ change: @escaping @Sendable (String) -> String
    ) -> Builtin {
        .faulty(
            name, .malformedGrants, .broken, cause: "credentials-misspelt", summary,
            seenIn: "plausible: a setting's text, or another language's truth, passed on as it is",
            Deviation.writing(.accessControlAllowCredentials) { text, _, _ in change(text) })
    }
}
