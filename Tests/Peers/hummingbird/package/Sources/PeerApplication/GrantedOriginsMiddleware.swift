import HTTPTypes
import Hummingbird

/// Runs Hummingbird's CORSMiddleware for granted origins alone, and says on all other answers that the origin counts.
struct GrantedOriginsMiddleware: RouterMiddleware {
    private let rule: OriginRule
    private let echo: CORS
    private let null: CORS

    /// Takes settings.
    ///
    /// - Throws: `SettingsError` if the application should not start with them.
    init(_ settings: Settings) throws(SettingsError) {
        rule = try OriginRule(settings)
        if rule.grantsStrangers, settings.allowCredentials {
            throw SettingsError("credentials for any origin: every site could read what its visitors can")
        }
        let arguments = try CORSArguments(settings)
        echo = arguments.middleware(settings.allowOrigins == ["*"] ? .all : .originBased)
        // originBased leaves out the origin null, which the list may hold.
        null = arguments.middleware(settings.allowOrigins == ["*"] ? .all : .custom("null"))
    }

    func handle(
        _ request: Request, context: BasicRequestContext, next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        guard let origin = request.headers[.origin], rule.grants(origin) else {
            var response: Response
            do {
                response = try await next(request, context)
            } catch let error as any HTTPResponseError {
                response = try error.response(from: request, context: context)
            }
            response.headers[values: .vary].append("Origin")
            return response
        }
        return try await (origin == "null" ? null : echo).handle(request, context: context, next: next)
    }
}
