package import CORSPolicy
package import CORSRunner
import Synchronization

/// A server that is started for each policy, waited for, asked over HTTP, and stopped with all that it started.
package final class LaunchTarget: Target {
    /// What reports say of it; each policy's server has an origin of its own.
    package let description: TargetDescription
    /// So many servers run at once: one is started while others are asked.
    package let policiesAtOnce: Int? = 4

    private static let host = "127.0.0.1"

    private let settings: LaunchSettings
    private let ports = Ports()
    private let folder = PolicyFolder()
    private let count = Atomic(0)
    private let starts = Mutex(Starts())

    /// What came of the servers that were started.
    private struct Starts {
        /// Whether one came up.
        var hasOneCome = false
        /// Why one was too late.
        var late: TargetError?
    }

    /// Makes a target; nothing is started yet.
    package init(_ settings: LaunchSettings) {
        self.settings = settings
        let command = settings.command.text
        description = TargetDescription(
            kind: .launch, name: command, location: command, origin: "http://\(Self.host)")
    }

    /// The origin of the server that is set up with a policy.
    package func origin(ofPolicy name: String) -> String { "http://\(Self.host):\(ports.port(of: name))" }

    /// Starts a server with the policy and waits until its open route answers.
    package func instance(for policy: NamedPolicy) async throws -> any TargetInstance {
        // Where none has come up in time, the others need not be waited for as long.
        if let late = starts.withLock({ $0.hasOneCome ? nil : $0.late }) { throw late }
        let origin = origin(ofPolicy: policy.name)
        let port = ports.port(of: policy.name)
        guard Ports.isFree(port) else {
            throw TargetError("port \(port), which was free, is taken by another program; run it again")
        }
        let server = try start(policy.policy, origin: origin, port: port)
        do {
            try await server.waitUntilReady(
                port: port, mayRefuse: (try? PolicyMeaning.mayBeRefused(policy.policy)) == true)
            starts.withLock { $0.hasOneCome = true }
            return server
        } catch {
            await server.release()
            if let late = error as? LateServer {
                starts.withLock { $0.late = late.error }
                throw late.error
            }
            throw error
        }
    }

    private func start(_ policy: Policy, origin: String, port: Int) throws(TargetError) -> LaunchedServer {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        let file = try folder.write(policy, number: number)
        let url: TargetURL
        do { url = try TargetURL(origin + settings.open.path) } catch { throw TargetError("\(error)") }
        let command = ShellCommand(text: settings.command.filled(port: port, policy: file))
        return LaunchedServer(program: try Program(command, .kept), url: url, settings: settings)
    }

    /// Removes the policies' files; each server was stopped after its policy's last row.
    package func end() async { folder.remove() }
}
