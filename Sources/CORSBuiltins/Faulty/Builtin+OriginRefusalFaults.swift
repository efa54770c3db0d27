import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Origins that the policy grants and the server does not.
    static let originRefusalFaults: [Builtin] = [
        .faulty(
            "https-only", .originMatching, .broken, cause: "origin-not-in-list",
            "Honours listed origins of https alone.",
            seenIn: "plausible: a rule for secure origins",
            Deviation.ungranting { request, origin, policy in
                origin.scheme == "http"
            }),
        .faulty(
            "default-ports-only", .originMatching, .broken, cause: "origin-not-in-list",
            "Honours listed origins without a port alone.",
            seenIn: "plausible: a list of hosts",
            Deviation.ungranting { request, origin, policy in
                !origin.port.isEmpty
            }),
        .faulty(
            "last-origin-dropped", .originMatching, .broken, cause: "origin-not-in-list",
            "Drops the last of several listed origins.",
            seenIn: "plausible: a loop that ends too early",
            Deviation.ungranting { request, origin, policy in
                policy.allowOrigins.count > 1 && origin.text == policy.allowOrigins.last
            }),
        .faulty(
            "second-origin-dropped", .originMatching, .broken, cause: "origin-not-in-list",
            "Drops the second of several listed origins.",
            seenIn: "plausible: a comma that is missing in the list",
            Deviation.ungranting { request, origin, policy in
                policy.allowOrigins.count > 1 && origin.text == policy.allowOrigins[1]
            }),
        .faulty(
            "later-origins-not-on-preflight", .originMatching, .broken, cause: "preflight-refuses-method",
            "Honours only the first listed origin in preflights.",
            seenIn: "plausible: a handler for OPTIONS with an origin of its own",
            Deviation.ungranting { request, origin, policy in
                Deviation.isPreflight(request) && policy.allowOrigins.dropFirst().contains(origin.text)
            }),
        .faulty(
            "later-origins-on-preflight-only", .originMatching, .broken, cause: "origin-not-in-list",
            "Honours only the first listed origin in actual answers.",
            seenIn: "plausible: a layer for actual requests with an origin of its own",
            Deviation.ungranting { request, origin, policy in
                !Deviation.isPreflight(request) && policy.allowOrigins.dropFirst().contains(origin.text)
            }),
        .faulty(
            "dotless-hosts-refused", .originMatching, .broken, cause: "origin-not-in-list",
            "Drops listed hosts without a dot.",
            seenIn: "plausible: a check of host names",
            Deviation.ungranting { request, origin, policy in
                !origin.host.contains(".")
            }),
        .faulty(
            "bracketed-hosts-refused", .originMatching, .broken, cause: "origin-not-in-list",
            "Drops listed hosts that are IPv6 addresses.",
            seenIn: "plausible: an origin that is split at its first colon",
            Deviation.ungranting { request, origin, policy in
                origin.host.hasPrefix("[")
            }),
        .faulty(
            "international-hosts-refused", .originMatching, .broken, cause: "origin-not-in-list",
            "Drops listed hosts of international names.",
            seenIn: "plausible: a list that is decoded and an origin that is not",
            Deviation.ungranting { request, origin, policy in
                origin.host.contains("xn--")
            }),
        .faulty(
            "app-schemes-refused", .originMatching, .broken, cause: "origin-not-in-list",
            "Drops listed origins whose scheme is not http or https.",
            seenIn: "plausible: a check of addresses",
            Deviation.ungranting { request, origin, policy in
                !["http", "https"].contains(origin.scheme)
            }),
        .faulty(
            "long-origins-refused", .originMatching, .broken, cause: "origin-not-in-list",
            "Drops origins of more than 40 bytes.",
            seenIn: "plausible: a column of fixed width",
            Deviation.ungranting { request, origin, policy in
                origin.text.utf8.count > 40
            }),
        .faulty(
            "dashes-refused", .originMatching, .broken, cause: "origin-not-in-list",
            "Drops origins with a dash in the host.",
            seenIn: "plausible: a class of characters without the dash",
            Deviation.ungranting { request, origin, policy in
                origin.host.contains("-")
            }),
        .faulty(
            "list-or-pattern", .originMatching, .broken, cause: "origin-not-in-list",
            "Looks at the pattern only where no origin is listed.",
            seenIn: "plausible: an else between the two",
            Deviation.ungranting { request, origin, policy in
                !policy.allowOrigins.isEmpty && !policy.allowOrigins.contains(origin.text)
            }),
        .faulty(
            "pattern-or-list", .originMatching, .broken, cause: "origin-not-in-list",
            "Looks at the list only where there is no pattern.",
            seenIn: "plausible: a pattern that replaces the list",
            Deviation.ungranting { request, origin, policy in
                policy.allowOriginRegex != nil && policy.allowOrigins.contains(origin.text)
            }),
        .faulty(
            "origins-on-get-only", .originMatching, .broken, cause: "cors-not-on-route",
            "Grants actual answers to GET alone.",
            seenIn: "plausible: a layer on one of several routes",
            Deviation.ungranting { request, origin, policy in
                !Deviation.isPreflight(request) && request.method != .get
            }),
        .faulty(
            "pattern-two-levels", .regexSubdomains, .broken, cause: "origin-not-in-list",
            "Lets a pattern match hosts of at most three labels.",
            seenIn: "plausible: a star that stands for one label",
            Deviation.ungranting { request, origin, policy in
                policy.allowOriginRegex != nil && origin.host.split(separator: ".").count > 3
            }),
    ]
}

extension Deviation {
    /// The reference, which takes back some grants to listed and matching origins.
    fileprivate static func ungranting(
        _ isRefused: @escaping @Sendable (HTTPRequest, LooseOrigin, Policy) -> Bool
    ) -> Make {
        after { request, response, policy in
            guard policy.allowOrigins != ["*"], let origin = LooseOrigin(request.headers.first(.origin)?.text ?? ""),
                isRefused(request, origin, policy)
            else { return }
            response.headers.remove(.accessControlAllowOrigin)
        }
    }
}
