import HTTPTypes
import Hummingbird

/// Who may use the protected route.
enum Authentication {
    /// Says whether a request carries what the protected route asks for.
    static func isGood(_ request: Request) -> Bool {
        request.headers[.authorization] == "Bearer good" || request.cookies["session"]?.value == "good"
    }

    /// The answer to a request that does not.
    static let failure = HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer"], message: "who are you?")
}

/// Authenticates before anything within is asked, preflights included.
struct AuthenticationMiddleware<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path != "/protected" || Authentication.isGood(request) else { throw Authentication.failure }
        return try await next(request, context)
    }
}

/// Where requests to the protected route are authenticated.
public enum AuthenticationPlace: String, Sendable, Hashable, CaseIterable {
    /// In the route, within CORS.
    case inside
    /// In a middleware around CORS, which answers preflights with 401.
    case outside
}
