/// The causes that are inferred, with what to do.
extension Cause {
    static let noCORSLayer = Cause(
        id: "no-cors-layer",
        title: "No answer has an Access-Control-Allow-Origin: the CORS layer is not installed, or not on this route.",
        fix: "Install the CORS middleware around the whole application, outermost, and restart the server "
            + "that was tested.")
    static let corsNotOnRoute = Cause(
        id: "cors-not-on-route",
        title: "Other answers are granted, this one is not: the CORS layer does not cover this route or this "
            + "kind of request.",
        fix: "Put the CORS layer around every route rather than on single ones.")
    static let rateLimited = Cause(
        id: "rate-limited", title: "A rate limit answers most requests with status 429, not the server.",
        fix: "Ask more slowly: --rate N; or let the machine that tests past the limit.")
    static let firewallAnswers = Cause(
        id: "firewall-answers",
        title: "A firewall answers: most requests get status 403, also those that have nothing to do with CORS.",
        fix: "Let the machine that tests past the firewall, or name yourself to it: --header, --user-agent.")
    static let loginPageAnswers = Cause(
        id: "login-page-answers",
        title: "Most requests are redirected, as to a login page, before CORS sees them.",
        fix: "Answer 401 with the grant rather than with a redirect, or send credentials: --header 'Cookie: env:NAME'.")
    static let cacheAnswered = Cause(
        id: "cache-answered",
        title: "A cache answered with what it kept for another origin: Vary: Origin is missing.",
        fix: "Send Vary: Origin on every answer of the route, also where there is no Origin, and empty the cache.")
    static let cacheIgnoresQuery = Cause(
        id: "cache-ignores-query",
        title: "A cache stands before the server whose key leaves the query out.",
        fix: "Make sure that Vary: Origin is on every answer; or run against the server behind the cache.")
    static let originNotListed = Cause(
        id: "origin-not-in-list",
        title: "Other origins are granted, this one never is: it is not in the server's list.",
        fix: "Add the origin to the server's list, byte for byte as browsers send it: scheme, host, port "
            + "if it is not the default, no trailing slash.")
    static let preflightNotAnswered = Cause(
        id: "preflight-not-answered",
        title: "Actual answers are granted, preflights are not: nothing answers OPTIONS for CORS.",
        fix: "Let the CORS layer answer every OPTIONS request that has Origin and "
            + "Access-Control-Request-Method, before routing.")
    static let preflightRefusesHeaders = Cause(
        id: "preflight-refuses-headers",
        title: "The CORS layer refuses a preflight for headers that the policy lists: it compares names with regard to "
            + "case or spacing, or does not know one of them.",
        fix: "Split Access-Control-Request-Headers at commas alone and compare names without regard to case; browsers "
            + "send them in lower case.")
    static let preflightRefusesMethod = Cause(
        id: "preflight-refuses-method",
        title: "The CORS layer refuses a preflight for a method that the policy lists.",
        fix: "Add the method to the server's list, in upper case, and do not ask for request headers.")
    static let actualNotAnswered = Cause(
        id: "actual-not-answered",
        title: "Preflights are granted, actual answers are not.",
        fix: "Add the grant to the answers of GET, POST and the rest as well: the preflight alone is not enough.")
    static let headOutsideCORS = Cause(
        id: "head-outside-cors",
        title: "GET is granted, HEAD is not.",
        fix: "Put the CORS layer around HEAD as well.")
    static let authBeforeCORS = Cause(
        id: "auth-before-cors",
        title: "Authentication runs before CORS: it answers requests that the CORS layer never sees.",
        fix: "Put the CORS layer outside authentication, so that preflights pass without credentials and a "
            + "401 carries the grant.")
    static let routerBeforeCORS = Cause(
        id: "router-before-cors",
        title: "The router answers the preflight before CORS does, or CORS is not registered for OPTIONS.",
        fix: "Put the CORS layer before the router, so that OPTIONS needs no route of its own.")
    static let redirectBeforeCORS = Cause(
        id: "redirect-before-cors",
        title: "A redirect (https, a trailing slash, a login page) answers the preflight before CORS does.",
        fix: "Put the CORS layer before the redirect, or have clients use the final address; browsers "
            + "never follow a redirected preflight.")
    static let redirectOutsideCORS = Cause(
        id: "redirect-outside-cors",
        title:
            "A redirect (https, a trailing slash, a login page) is made outside the CORS layer: browsers look for the "
            + "grant on it too, before they follow it.",
        fix: "Put the CORS layer around what redirects, or have clients use the final address; for an expired session "
            + "answer 401 with the grant.")
    static let redirectsElsewhere = Cause(
        id: "redirects-elsewhere",
        title: "The server redirects cross-origin fetches to another host, which then sees Origin: null.",
        fix: "Have clients use the final address, or answer without a redirect.")
    static let redirectFails = Cause(
        id: "redirect-fails",
        title: "The server redirects to where no browser follows: in a circle, or to what is no address.",
        fix: "Look at the Location lines of the answers.")
    static let grantedWithErrorStatus = Cause(
        id: "granted-with-error-status",
        title: "The preflight's answer has the whole grant, but its status is not one from 200 to 299.",
        fix: "Answer granted preflights with 204 or 200, before anything that looks at the request's body runs.")
    static let serverErrorOnPreflight = Cause(
        id: "preflight-server-error",
        title: "The server fails on the preflight.",
        fix: "Look at the server's log for the OPTIONS request; answer it before any handler runs.")
    static let errorsOutsideCORS = Cause(
        id: "errors-outside-cors",
        title: "Successful answers are granted, error answers are not: they are made outside the CORS layer.",
        fix: "Put the CORS layer outside the error handler, so that 401, 404, 405 and 500 carry the grant too.")
    static let grantedTwice = Cause(
        id: "granted-twice",
        title: "Two layers add the CORS headers, such as a proxy and the application.",
        fix: "Let one of them do it and switch it off in the other.")
    static let grantIsList = Cause(
        id: "grant-is-list",
        title: "One Access-Control-Allow-Origin line lists several origins: browsers compare the line whole.",
        fix: "Answer with the request's own origin alone, after checking it against the list, and add Vary: Origin.")
    static let addedBetween = Cause(
        id: "added-between",
        title: "Something between adds or strips CORS headers: answers that came through it are wrong, others right.",
        fix: "Look at what Via and its like name: a proxy, a gateway or a CDN; let it pass the headers on unchanged.")
    static let wildcardWithCredentials = Cause(
        id: "wildcard-with-credentials",
        title: "allow_credentials stands together with any-origin: browsers never accept * for credentialed fetches.",
        fix: "Answer with the request's own origin, after checking it against the list, and add Vary: Origin.")
    static let trapPolicy = Cause(
        id: "trap-policy",
        title: "The policy itself is the cause: it grants credentials to any origin.",
        fix: "List the origins that need credentials, or take allow_credentials away.")
    static let credentialsMissing = Cause(
        id: "credentials-missing",
        title: "Access-Control-Allow-Credentials is not sent.",
        fix: "Send Access-Control-Allow-Credentials: true on the preflight and on the actual answer, "
            + "whether or not a cookie came.")
    static let credentialsMisspelt = Cause(
        id: "credentials-misspelt",
        title: "Access-Control-Allow-Credentials has another value than true, such as True, 1 or yes.",
        fix: "Write the value as the four letters true, in lower case.")
    static let credentialsUnmeant = Cause(
        id: "credentials-unmeant",
        title: "The server grants credentials though the policy does not.",
        fix: "Switch credentials off in the server's CORS settings.")
    static let grantedToAnother = Cause(
        id: "granted-to-another",
        title: "The answer grants another origin than the one that asked: a constant, or what an earlier "
            + "request left.",
        fix: "Answer with the request's own origin, after checking it against the list, and add Vary: Origin.")
    static let grantDisclosed = Cause(
        id: "grant-disclosed", title: "A refused origin is told which origin is granted, or gets an empty grant.",
        fix: "Leave Access-Control-Allow-Origin out where the origin is refused.")
    static let emptyGrant = Cause(
        id: "empty-grant",
        title: "Access-Control-Allow-Origin is sent with an empty value.",
        fix: "Send the request's origin if it is granted, and no such line if it is not.")
    static let nullGrant = Cause(
        id: "null-grant",
        title: "The answer grants null, which stands for sandboxed pages, not for nobody.",
        fix: "Send the request's origin if it is granted, and no such line if it is not.")
    static let grantSpelledWrong = Cause(
        id: "grant-spelled-wrong",
        title: "The granted origin is spelled otherwise than browsers send it: a slash, a port, the case, the "
            + "scheme, or signs around it.",
        fix: "Echo the Origin field byte for byte.")
    static let methodsMissing = Cause(
        id: "methods-missing",
        title: "Access-Control-Allow-Methods is not sent.",
        fix: "List the methods in Access-Control-Allow-Methods on the preflight's answer.")
    static let methodNotListed = Cause(
        id: "method-not-listed",
        title: "The method is not in Access-Control-Allow-Methods.",
        fix: "Add the method to the server's list, in upper case.")
    static let methodCase = Cause(
        id: "method-case",
        title: "The method is written in another case: methods are compared byte for byte.",
        fix: "Write the method as browsers send it, such as PUT.")
    static let methodsNotAList = Cause(
        id: "methods-not-a-list",
        title: "Access-Control-Allow-Methods is no list of tokens: brackets, quotes, semicolons or spaces "
            + "stand in it.",
        fix: "Write the methods with commas between them: GET, PUT.")
    static let methodsReflected = Cause(
        id: "methods-reflected",
        title: "The method that a preflight asks for is granted without a look at the list.",
        fix: "Answer with the policy's methods instead of the requested one.")
    static let methodNearMiss = Cause(
        id: "method-near-miss",
        title:
            "A method is granted that is only near a listed one: it begins or ends like it, or is a piece of the list.",
        fix: "Split the list into methods and compare each of them whole, byte for byte.")
    static let headersMissing = Cause(
        id: "headers-missing",
        title: "Access-Control-Allow-Headers is not sent.",
        fix: "List the request headers in Access-Control-Allow-Headers on the preflight's answer.")
    static let headerNotListed = Cause(
        id: "header-not-listed",
        title: "The header is not in Access-Control-Allow-Headers.",
        fix: "Add the header to the server's list; compare names without regard to case.")
    static let headersNotAList = Cause(
        id: "headers-not-a-list",
        title: "Access-Control-Allow-Headers is no list of names: brackets, quotes, semicolons or spaces "
            + "stand in it.",
        fix: "Write the names with commas between them: Content-Type, X-Api-Key.")
    static let headersReflected = Cause(
        id: "headers-reflected",
        title: "The headers that a preflight asks for are granted without a look at the list.",
        fix: "Answer with the policy's headers instead of the requested ones.")
    static let headerNearMiss = Cause(
        id: "header-near-miss",
        title:
            "A header is granted that is only near a listed one: it begins or ends like it, is a piece of the list, or "
            + "has other signs.",
        fix: "Split the list into names and compare each of them whole, without regard to case and to nothing else.")
    static let commonHeaderGranted = Cause(
        id: "common-header-granted",
        title: "A common header is granted though the policy does not list it: a default stands beside the list.",
        fix: "Replace the server's default list of request headers by the policy's.")
    static let authorizationUnderWildcard = Cause(
        id: "authorization-under-wildcard",
        title: "* does not cover Authorization by the standard; shipped browsers still let it pass.",
        fix: "Name Authorization beside *: Access-Control-Allow-Headers: *, Authorization.")
    static let wildcardListWithCredentials = Cause(
        id: "wildcard-list-with-credentials",
        title: "* is read as a name, not as a wildcard, where the fetch has credentials.",
        fix: "List the names instead of *.")
    static let exposeMissing = Cause(
        id: "expose-missing",
        title: "The header is not in Access-Control-Expose-Headers.",
        fix: "List it in Access-Control-Expose-Headers on the actual answer.")
    static let exposedOnPreflightOnly = Cause(
        id: "exposed-on-preflight-only",
        title: "Access-Control-Expose-Headers stands on the preflight's answer, where browsers ignore it.",
        fix: "Send Access-Control-Expose-Headers on the actual answer.")
    static let exposeNotAList = Cause(
        id: "expose-not-a-list",
        title: "Access-Control-Expose-Headers is no list of names, so that all of it is ignored.",
        fix: "Write the names with commas between them.")
    static let exposedHeaderAbsent = Cause(
        id: "exposed-header-absent",
        title: "The answer does not carry the header that the policy exposes.",
        fix: "Send the header, or take it out of expose_headers.")
    static let exposesTooMuch = Cause(
        id: "exposes-too-much",
        title: "Access-Control-Expose-Headers names more than the policy.",
        fix: "List the policy's headers alone.")
    static let reflectsAnyOrigin = Cause(
        id: "reflects-any-origin",
        title: "The server answers every origin with itself: the list is not looked at.",
        fix: "Compare the whole Origin with the list, byte for byte, before answering with it.")
    static let wildcardForList = Cause(
        id: "wildcard-for-list",
        title: "The server answers * though the policy lists origins.",
        fix: "Answer with the request's origin, after checking it against the list.")
    static let emptyListMeansAny = Cause(
        id: "empty-list-means-any",
        title: "An empty list is taken for any origin.",
        fix: "Switch CORS off, or refuse every origin explicitly, where no origin is meant.")
    static let nullGranted = Cause(
        id: "null-granted",
        title: "The origin null is granted: any page can send it from a sandboxed frame.",
        fix: "Take null out of the list.")
    static let stateLeaks = Cause(
        id: "state-leaks",
        title: "The answer grants an origin that an earlier request sent: state is kept between requests.",
        fix: "Work out the grant from this request alone.")
    static let answersChange = Cause(
        id: "answers-change",
        title: "The same request is granted otherwise from one time to the next: the server keeps state between "
            + "requests, or several servers with different settings answer.",
        fix: "Work out the grant from this request and the settings alone; where several servers stand behind one "
            + "address, give all of them the same settings.")
    static let notModifiedWithoutGrant = Cause(
        id: "not-modified-without-grant",
        title: "The answer 304 to a conditional request is made outside the CORS layer.",
        fix: "Put the CORS layer outside what answers conditional requests, so that a 304 carries the grant too.")
    static let varyMissing = Cause(
        id: "vary-missing",
        title: "The answer depends on the Origin, but Vary does not say so.",
        fix: "Send Vary: Origin on every answer of the route, also where there is no Origin and where it is refused.")
    static let originChangesStatus = Cause(
        id: "origin-changes-status",
        title: "The status depends on the request's origin.",
        fix: "Answer the request as if the Origin line were not there; CORS blocks nothing on the server.")
    static let maxAgeMissing = Cause(
        id: "max-age-missing",
        title: "Access-Control-Max-Age is not sent, or under another name.",
        fix: "Send Access-Control-Max-Age with the policy's seconds on the preflight's answer.")
    static let maxAgeWrong = Cause(
        id: "max-age-wrong",
        title: "Access-Control-Max-Age is no plain number of seconds, or more than the policy says.",
        fix: "Send the policy's seconds as digits alone: no unit, no sign, no fraction, one line.")
    static let fieldMisspelt = Cause(
        id: "field-misspelt",
        title: "A CORS response header is misspelt, so that browsers do not know it.",
        fix: "Write the header's name as the standard does.")
    static let serverErrorOnRefusal = Cause(
        id: "server-error-on-refusal",
        title: "The server fails where it should refuse.",
        fix: "Refuse without an error: leave the grant out, and answer 403 or as usual.")
    static let cookieNotSentCrossSite = Cause(
        id: "cookie-not-sent-cross-site",
        title: "A cookie is set without SameSite=None and Secure, so that browsers do not send it with "
            + "cross-site fetches.",
        fix: "Set the cookie with SameSite=None; Secure.")
    static let cookieOnPreflight = Cause(
        id: "cookie-on-preflight",
        title: "A cookie is set on a preflight's answer, where browsers ignore it: each preflight starts a session.",
        fix: "Answer preflights before the session layer runs.")
    static let bodyWithoutContent = Cause(
        id: "body-without-content",
        title: "An answer with status 204 announces a body, for which a browser may wait.",
        fix: "Answer with 200, or leave the body, its length and its encoding out.")
    static let sameOriginBlocked = Cause(
        id: "same-origin-blocked",
        title: "Requests of the server's own pages, or without need of CORS, are refused for their Origin.",
        fix: "Do not refuse requests by their Origin, or let the server's own origin pass.")
}
