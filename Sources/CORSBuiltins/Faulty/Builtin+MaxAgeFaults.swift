import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Preflights that are remembered otherwise than the policy says.
    static let maxAgeFaults: [Builtin] = [
        maxAge("max-age-with-unit", "Writes the max-age with a unit.", seenIn: "istio #4318") { "\($0)s" },
        maxAge(
            "max-age-milliseconds", "Writes the max-age in milliseconds.",
            seenIn: "planka #1779, the same slip in Cache-Control"
        ) { "\($0)000" },
        maxAge(
            "max-age-nanoseconds", "Writes the max-age in nanoseconds.",
            seenIn: "plausible: a duration's raw value, as time.Duration or TimeAmount have it"
        ) { "\($0)000000000" },
        maxAge(
            "max-age-fraction", "Writes the max-age with a fraction.",
            seenIn: "plausible: an interval that is a floating-point number"
        ) { "\($0).0" },
        maxAge(
            "max-age-negative", "Writes -1, whatever the max-age.", seenIn: "http4s disableCaching, mezzio-cors"
        ) { _ in "-1" },
        maxAge("max-age-with-sign", "Writes the max-age with a plus.", seenIn: "plausible: a number format with signs")
        {
            "+\($0)"
        },
        maxAge("max-age-quoted", "Writes the max-age in quotes.", seenIn: "plausible: settings that are text") {
            "\"\($0)\""
        },
        maxAge("max-age-empty", "Sends the max-age without a value.", seenIn: "mezzio-cors #13") { _ in "" },
        maxAge(
            "max-age-optional", "Writes the description of an optional number.",
            seenIn: "plausible: string interpolation of an optional"
        ) { "Optional(\($0))" },
        maxAge(
            "max-age-as-directive", "Writes the max-age as Cache-Control has it.",
            seenIn: "plausible: a value that is copied from Cache-Control"
        ) { "max-age=\($0)" },
        maxAge("max-age-joined", "Writes the max-age twice on one line.", seenIn: "proxies that join lines") {
            "\($0), \($0)"
        },
        maxAge("max-age-with-semicolon", "Ends the max-age with a semicolon.", seenIn: "nginx configuration files") {
            "\($0);"
        },
        maxAge(
            "max-age-constant", "Sends a day, whatever is configured.",
            seenIn: "plausible: a default as hapi and django-cors-headers have it, which no setting replaces"
        ) { _ in "86400" },
        .faulty(
            "max-age-zero-as-default", .maxAge, .hazard, cause: "max-age-wrong",
            "Takes a max-age of 0 for none stated.",
            seenIn: "plausible: a test for truth instead of for absence",
            Deviation.writing(.accessControlMaxAge) { text, _, _ in text == "0" ? "86400" : text }),
        .faulty(
            "max-age-twice", .maxAge, .hazard, cause: "max-age-wrong", "Sends the max-age on two lines.",
            seenIn: "plausible: a proxy and an application that both send it",
            Deviation.adding(.accessControlMaxAge)),
        .faulty(
            "max-age-missing", .maxAge, .hazard, cause: "max-age-missing", "Never sends the max-age.",
            seenIn: "plausible: a setting that is read and not used",
            Deviation.writing(.accessControlMaxAge) { _, _, _ in nil }),
        .faulty(
            "max-age-on-actual", .maxAge, .hazard, cause: "max-age-missing",
            "Sends the max-age on actual answers, where browsers ignore it.",
            seenIn: "plausible: headers added in one place for all requests but preflights",
            Deviation.after { request, response, policy in
                response.headers.remove(.accessControlMaxAge)
                if !Deviation.isPreflight(request), let maxAge = policy.maxAge {
                    response.headers.append(.accessControlMaxAge, FieldValue(String(maxAge)))
                }
            }),
        .faulty(
            "max-age-only-with-headers", .maxAge, .hazard, cause: "max-age-missing",
            "Sends the max-age only where request headers are asked for.",
            seenIn: "plausible: both lines written within one branch",
            Deviation.writing(.accessControlMaxAge) { text, request, _ in
                Deviation.askedHeaders(request).isEmpty ? nil : text
            }),
        .faulty(
            "max-age-not-with-headers", .maxAge, .hazard, cause: "max-age-missing",
            "Leaves the max-age out where request headers are asked for.",
            seenIn: "plausible: an else branch between the two lines",
            Deviation.writing(.accessControlMaxAge) { text, request, _ in
                Deviation.askedHeaders(request).isEmpty ? text : nil
            }),
        .faulty(
            "max-age-of-first-origin", .maxAge, .hazard, cause: "max-age-missing",
            "Sends the max-age to the first listed origin alone.",
            seenIn: "plausible: settings by origin of which only the first is filled in",
            Deviation.writing(.accessControlMaxAge) { text, request, policy in
                Deviation.hasSeveral(policy) && !Deviation.isFromFirst(request, policy) ? nil : text
            }),
        .faulty(
            "max-age-misnamed", .maxAge, .hazard, cause: "field-misspelt", "Sends Access-Control-Allow-Max-Age.",
            seenIn: "expressjs/cors #13, koa-cors #8",
            Deviation.naming(.accessControlMaxAge, "Access-Control-Allow-Max-Age")),
    ]

    /// Makes a builtin that writes the max-age otherwise.
    private static func maxAge(
        _ name: String, _ summary: String, seenIn: String, _ change: @escaping @Sendable (String) -> String
    ) -> Builtin {
        .faulty(
            name, .maxAge, .hazard, cause: "max-age-wrong", summary, seenIn: seenIn,
            Deviation.writing(.accessControlMaxAge) { text, _, _ in change(text) })
    }
}
