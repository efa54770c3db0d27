public import Hummingbird
import Logging
public import NIOCore

/// A middleware of the application's.
public typealias ApplicationMiddleware = MiddlewareProtocol<Request, Response, BasicRequestContext>

/// Builds the application.
///
/// - Parameters:
///   - settings: What pages of other origins are granted.
///   - style: How CORSMiddleware is set up.
///   - authentication: Where the protected route is authenticated.
///   - port: The port on this host; one that the system chooses if 0.
///   - onServerRunning: Is called with the channel once the server listens.
/// - Returns: The application.
/// - Throws: `SettingsError` if it should not start with the settings.
public func buildApplication(
    _ settings: Settings, style: Style = .careful, authentication: AuthenticationPlace = .inside, port: Int = 0,
    onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
    buildApplication(
        settings, cors: try style.middleware(settings), authentication: authentication, port: port,
        onServerRunning: onServerRunning)
}

/// Builds the application around a CORS layer.
///
/// - Parameters:
///   - settings: What pages of other origins are granted.
///   - cors: What grants it.
///   - authentication: Where the protected route is authenticated.
///   - port: The port on this host; one that the system chooses if 0.
///   - onServerRunning: Is called with the channel once the server listens.
/// - Returns: The application.
public func buildApplication(
    _ settings: Settings, cors: any ApplicationMiddleware,
    authentication: AuthenticationPlace = .inside, port: Int = 0,
    onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
) -> some ApplicationProtocol {
    let router = Router()
    if authentication == .outside { router.add(middleware: AuthenticationMiddleware()) }
    router.add(middleware: cors)
    Routes(settings).add(to: router)
    var logger = Logger(label: "peer")
    logger.logLevel = .critical
    return Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
        onServerRunning: onServerRunning, logger: logger)
}
