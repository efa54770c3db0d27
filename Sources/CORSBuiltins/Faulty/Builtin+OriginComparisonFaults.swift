import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Origins that are compared in part, or in some requests alone.
    static let originComparisonFaults: [Builtin] = [
        .faulty(
            "www-added", .originMatching, .unsafe, cause: "origin-match-subdomain",
            "Drops www. before it compares hosts.",
            seenIn: "plausible: hosts that are normalised as for links",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.host == "www." + $0.host && origin.scheme == $0.scheme && origin.port == $0.port
                }
            }),
        .faulty(
            "length-compared", .originMatching, .unsafe, cause: "origin-match-other",
            "Compares the length of the origin and its scheme alone.",
            seenIn: "plausible: a comparison that is left half written",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.text.utf8.count == $0.text.utf8.count && origin.scheme == $0.scheme
                }
            }),
        .faulty(
            "first-bytes-compared", .originMatching, .unsafe, cause: "origin-match-suffix",
            "Compares the first sixteen bytes.",
            seenIn: "plausible: a buffer of fixed size",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.text.utf8.prefix(16).elementsEqual($0.text.utf8.prefix(16))
                }
            }),
        .faulty(
            "port-begins-alike", .originMatching, .unsafe, cause: "origin-match-port",
            "Takes a port for a listed one that it begins with.",
            seenIn: "plausible: a prefix test of the whole origin where a port is listed",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.host == $0.host && origin.scheme == $0.scheme && !$0.port.isEmpty
                        && origin.port.hasPrefix($0.port)
                }
            }),
        .faulty(
            "http-beside-https", .originMatching, .unsafe, cause: "origin-match-scheme",
            "Grants http where https is listed.",
            seenIn: "plausible: a list of hosts with a test for a secure scheme that is forgotten",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.scheme == "http" && $0.scheme == "https" && origin.host == $0.host && origin.port == $0.port
                }
            }),
        .faulty(
            "https-beside-http", .originMatching, .unsafe, cause: "origin-match-scheme",
            "Grants https where http is listed.",
            seenIn: "plausible: an upgrade to https that is expected",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.scheme == "https" && $0.scheme == "http" && origin.host == $0.host && origin.port == $0.port
                }
            }),
        .faulty(
            "either-default-port", .originMatching, .unsafe, cause: "origin-match-port",
            "Drops the ports 80 and 443 whatever the scheme.",
            seenIn: "plausible: ports that are normalised without a look at the scheme",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    ["80", "443"].contains(origin.port) && $0.port.isEmpty && origin.host == $0.host
                        && origin.scheme == $0.scheme
                }
            }),
        .faulty(
            "dash-for-boundary", .originMatching, .unsafe, cause: "origin-match-prefix",
            "Takes a dash for the boundary of a label.",
            seenIn: "plausible: a word boundary in a pattern",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.host.hasSuffix("-" + $0.host) && origin.scheme == $0.scheme && origin.port == $0.port
                }
            }),
        .faulty(
            "first-label-free", .originMatching, .unsafe, cause: "origin-match-other",
            "Compares hosts without their first label.",
            seenIn: "plausible: a list that is made into wildcards",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.host.split(separator: ".").count > 2
                        && origin.host.split(separator: ".").dropFirst() == $0.host.split(separator: ".").dropFirst()
                        && origin.scheme == $0.scheme && origin.port == $0.port
                }
            }),
        .faulty(
            "last-label-free", .originMatching, .unsafe, cause: "origin-match-other",
            "Compares hosts without their last label.",
            seenIn: "plausible: shops of several countries",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    $0.host.contains(".")
                        && origin.host.split(separator: ".").dropLast() == $0.host.split(separator: ".").dropLast()
                        && origin.scheme == $0.scheme && origin.port == $0.port
                }
            }),
        .faulty(
            "signs-dropped", .originMatching, .unsafe, cause: "origin-match-trailing-dot",
            "Compares letters and digits alone.",
            seenIn: "plausible: a key for a table that is made of the origin",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.text.filter { $0.isLetter || $0.isNumber } == $0.text.filter { $0.isLetter || $0.isNumber }
                }
            }),
        .faulty(
            "bytes-summed", .originMatching, .unsafe, cause: "origin-match-other",
            "Compares a sum of the bytes.",
            seenIn: "plausible: a hash whose collisions are not looked at",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains { origin.text.utf8.sorted() == $0.text.utf8.sorted() }
            }),
        .faulty(
            "final-dot-dropped", .originMatching, .unsafe, cause: "origin-match-trailing-dot",
            "Drops a dot at the end of the host.",
            seenIn: "plausible: hosts that are normalised as in DNS",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.host == $0.host + "." && origin.scheme == $0.scheme && origin.port == $0.port
                }
            }),
        .faulty(
            "cut-off-granted", .originMatching, .unsafe, cause: "origin-match-other",
            "Grants what a listed origin begins with.",
            seenIn: "plausible: a prefix test with its sides exchanged",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains { $0.text.hasPrefix(origin.text) }
            }),
        .faulty(
            "localhost-granted", .originMatching, .unsafe, cause: "origin-match-port",
            "Grants localhost beside the list.",
            seenIn: "plausible: a setting for development that is left on",
            Deviation.granting { origin, _ in origin.host == "localhost" }),
        .faulty(
            "addresses-granted", .originMatching, .unsafe, cause: "origin-match-twin",
            "Grants hosts that are addresses.",
            seenIn: "plausible: a rule for a local network",
            Deviation.granting { origin, _ in
                !origin.host.isEmpty && origin.host.allSatisfy { $0.isNumber || $0 == "." }
            }),
        .faulty(
            "app-schemes-granted", .originMatching, .unsafe, cause: "origin-match-scheme",
            "Grants every scheme but http and https.",
            seenIn: "plausible: apps and extensions that are let through",
            Deviation.granting { origin, _ in !["http", "https"].contains(origin.scheme) }),
        .faulty(
            "list-not-on-post", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Looks at the list for GET and preflights alone.",
            seenIn: "plausible: a check in one handler of several",
            Deviation.grantingAnyone { request in !Deviation.isPreflight(request) && request.method == .post }),
        .faulty(
            "list-not-on-head", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Does not look at the list for HEAD.",
            seenIn: "plausible: a HEAD that another handler answers",
            Deviation.grantingAnyone { request in request.method == .head }),
        .faulty(
            "list-not-with-cookie", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Does not look at the list where a cookie comes.",
            seenIn: "plausible: a session that counts as trust",
            Deviation.grantingAnyone { request in !Deviation.isPreflight(request) && request.headers.contains(.cookie) }
        ),
        .faulty(
            "list-with-cookie-only", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Looks at the list only where a cookie comes.",
            seenIn: "plausible: a check that is for sessions",
            Deviation.grantingAnyone { request in !Deviation.isPreflight(request) && !request.headers.contains(.cookie)
            }),
        .faulty(
            "list-not-on-missing", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Does not look at the list in answers of 404.",
            seenIn: "plausible: a page for errors with headers of its own",
            Deviation.grantingAnyone { request in
                !Deviation.isPreflight(request)
                    && !["/open", "/protected", "/failing"].contains { request.path.hasPrefix($0) }
            }),
        .faulty(
            "list-not-on-failing", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Does not look at the list in answers of 500.",
            seenIn: "plausible: a handler for errors that echoes",
            Deviation.grantingAnyone { request in !Deviation.isPreflight(request) && request.path.hasPrefix("/failing")
            }),
    ]
}

extension Deviation {
    /// The reference, which grants some requests to whoever asks.
    fileprivate static func grantingAnyone(_ isSuch: @escaping @Sendable (HTTPRequest) -> Bool) -> Make {
        { policy in
            try refuseTrap(policy)
            let reference = try ReferenceApplication(for: policy)
            let open = try ReferenceApplication(for: policy) { $0 != .null }
            return { (isSuch($0) ? open : reference).answer($0) }
        }
    }
}
