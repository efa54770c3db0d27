import CORSExplanation
import CORSVocabulary
import FetchModel
import Testing

/// A transcript, and the cause that is named for it.
struct CauseSample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var transcript: String
    var page = PageOptions()
    var cause: String
    var reason: BlockReason

    /// A plain GET of a page, with these lines in its answer.
    private static func get(
        _ name: String, _ lines: String, status: Int = 200, arguments: String = "", cause: String, _ reason: BlockReason
    ) -> CauseSample {
        CauseSample(
            testDescription: name,
            transcript: """
                $ curl -i -H 'Origin: https://app.example.com' \(arguments) https://api.example.com/items
                HTTP/2 \(status)
                \(lines)

                body
                """, cause: cause, reason: reason)
    }

    /// A preflight with this answer, and an actual request that is granted.
    private static func preflight(
        _ name: String, _ lines: String, status: Int = 204, arguments: String = "-X PUT", asks: String = "PUT",
        headers: String = "", cause: String, _ reason: BlockReason
    ) -> CauseSample {
        let asked = headers.isEmpty ? "" : " -H 'Access-Control-Request-Headers: \(headers)'"
        return CauseSample(
            testDescription: name,
            transcript: """
                $ curl -i -X OPTIONS -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: \(asks)'\(asked) https://api.example.com/items
                HTTP/1.1 \(status) Whatever
                \(lines)

                $ curl -i \(arguments) -H 'Origin: https://app.example.com' https://api.example.com/items
                HTTP/1.1 200 OK
                Access-Control-Allow-Origin: https://app.example.com
                Access-Control-Allow-Credentials: true

                {}
                """, cause: cause, reason: reason)
    }

    private static let granted = "Access-Control-Allow-Origin: https://app.example.com\n"

    static let ofAnswers: [CauseSample] = [
        get("no grant", "Server: nginx", cause: "no-cors-layer", .allowOriginMissing),
        get(
            "the credentials trap", "Access-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: true",
            arguments: "-b session=1", cause: "wildcard-with-credentials", .allowOriginWildcardWithCredentials),
        get(
            "the trap, with a user", "Access-Control-Allow-Origin: *", arguments: "--user me:secret",
            cause: "wildcard-with-credentials", .allowOriginWildcardWithCredentials),
        get(
            "two lines", granted + "access-control-allow-origin: *", cause: "granted-twice", .allowOriginMultiple),
        get(
            "the same twice", granted + granted.dropLast(), cause: "granted-twice", .allowOriginMultiple),
        get(
            "a list", "Access-Control-Allow-Origin: https://app.example.com, https://admin.example.com",
            cause: "grant-is-list", .allowOriginMultiple),
        get(
            "another origin", "Access-Control-Allow-Origin: https://other.example", cause: "granted-to-another",
            .allowOriginMismatch),
        get(
            "a slash", "Access-Control-Allow-Origin: https://app.example.com/", cause: "grant-spelled-wrong",
            .allowOriginMismatch),
        get(
            "a pattern", "Access-Control-Allow-Origin: https://*.example.com", cause: "wildcard-in-origin",
            .allowOriginMismatch),
        get("null", "Access-Control-Allow-Origin: null", cause: "null-grant", .allowOriginMismatch),
        get("an empty grant", "Access-Control-Allow-Origin:", cause: "empty-grant", .allowOriginMismatch),
        get(
            "no credentials line", String(granted.dropLast()), arguments: "-b a=b", cause: "credentials-missing",
            .allowCredentialsNotTrue),
        get(
            "True", granted + "Access-Control-Allow-Credentials: True", arguments: "-b a=b",
            cause: "credentials-misspelt", .allowCredentialsNotTrue),
        get("401", "WWW-Authenticate: Bearer", status: 401, cause: "auth-before-cors", .allowOriginMissing),
        get("500", "Server: nginx", status: 500, cause: "error-without-grant", .allowOriginMissing),
        get("429", "Retry-After: 5", status: 429, cause: "error-without-grant", .allowOriginMissing),
        get("a login page", "Location: /login", status: 302, cause: "redirect-outside-cors", .allowOriginMissing),
    ]

    static let ofPreflights: [CauseSample] = [
        preflight("401", "WWW-Authenticate: Bearer", status: 401, cause: "auth-before-cors", .allowOriginMissing),
        preflight("404", "Server: nginx", status: 404, cause: "router-before-cors", .allowOriginMissing),
        preflight("405", "Allow: GET, POST", status: 405, cause: "router-before-cors", .allowOriginMissing),
        preflight("405 with grant", granted, status: 405, cause: "router-before-cors", .preflightStatus),
        preflight(
            "301", "Location: https://api.example.com/items/", status: 301, cause: "redirect-before-cors",
            .allowOriginMissing),
        preflight("308 with grant", granted, status: 308, cause: "redirect-before-cors", .preflightStatus),
        preflight("500", "Server: nginx", status: 500, cause: "preflight-server-error", .allowOriginMissing),
        preflight("403", "Server: nginx", status: 403, cause: "preflight-forbidden", .allowOriginMissing),
        preflight(
            "400 for the method", granted + "Access-Control-Allow-Methods: GET", status: 400,
            cause: "method-not-listed", .preflightStatus),
        preflight(
            "400 for a header", granted + "Access-Control-Allow-Methods: PUT\nAccess-Control-Allow-Headers: X-B",
            status: 400, arguments: "-X PUT -H 'X-A: 1'", headers: "x-a", cause: "header-not-listed", .preflightStatus),
        preflight("200 by a router", "Allow: GET", status: 200, cause: "preflight-not-answered", .allowOriginMissing),
        preflight(
            "another method", granted + "Access-Control-Allow-Methods: GET, POST", cause: "method-not-listed",
            .methodNotAllowed),
        preflight("no methods", String(granted.dropLast()), cause: "methods-missing", .methodNotAllowed),
        preflight(
            "lower case", granted + "Access-Control-Allow-Methods: put", cause: "method-case", .methodNotAllowed),
        preflight(
            "another header", granted + "Access-Control-Allow-Methods: PUT\nAccess-Control-Allow-Headers: X-B",
            arguments: "-X PUT -H 'X-A: 1'", headers: "x-a", cause: "header-not-listed", .headerNotAllowed),
        preflight(
            "no headers", granted + "Access-Control-Allow-Methods: PUT", arguments: "-X PUT -H 'X-A: 1'",
            headers: "x-a", cause: "headers-missing", .headerNotAllowed),
        preflight(
            "Authorization under *", granted + "Access-Control-Allow-Headers: *",
            arguments: "-H 'Authorization: Bearer secret'", asks: "GET", headers: "authorization",
            cause: "authorization-under-wildcard", .headerNotAllowed),
        preflight(
            "* with credentials",
            granted + "Access-Control-Allow-Credentials: true\nAccess-Control-Allow-Headers: *",
            arguments: "-b a=b -H 'X-A: 1'", asks: "GET", headers: "x-a", cause: "wildcard-list-with-credentials",
            .headerNotAllowed),
    ]
}
