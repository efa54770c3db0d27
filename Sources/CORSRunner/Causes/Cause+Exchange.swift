/// The causes that a single fetch shows, where a whole run would show more.
extension Cause {
    static let originNotSent = Cause(
        id: "origin-not-sent",
        title: "The request had no Origin line; many servers send the grant only where there is one.",
        fix: "Ask again as the page does, with an Origin line, and explain that answer.")
    static let preflightForbidden = Cause(
        id: "preflight-forbidden",
        title: "The preflight is refused: the origin, the method or a header is not in the CORS layer's list, or "
            + "something before it, such as a firewall, refuses.",
        fix: "Add to the server's list what the preflight asks for: the origin byte for byte, the method, the "
            + "headers. The answer's body and its Server line often tell who refused.")
    static let errorWithoutGrant = Cause(
        id: "error-without-grant",
        title: "An error answer has no grant: it is made outside the CORS layer, or there is no such layer.",
        fix: errorsOutsideCORS.fix)
    static let wildcardInOrigin = Cause(
        id: "wildcard-in-origin",
        title: "A * stands within an origin: browsers know * alone and compare everything else byte for byte.",
        fix: "Match the request's origin against the pattern in the server, answer with that origin, and add "
            + "Vary: Origin.")
}
