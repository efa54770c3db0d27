import Foundation
import Hummingbird
import PeerApplication

/// The application on a port: `server --port N --policy FILE [--style STYLE] [--auth outside]`.
@main
struct Server {
    static func main() async throws {
        do {
            let arguments = try Arguments(CommandLine.arguments.dropFirst())
            let application = try buildApplication(
                try Settings(contentsOf: URL(filePath: arguments.policy)), style: arguments.style,
                authentication: arguments.authentication, port: arguments.port)
            try await application.runService()
        } catch let error as SettingsError {
            fail(error.description)
        } catch let error as Arguments.Invalid {
            fail(error.description)
        }
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("server: \(message)\n".utf8))
        exit(1)
    }
}
