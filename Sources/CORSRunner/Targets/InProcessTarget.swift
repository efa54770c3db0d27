package import CORSPolicy
import CORSVocabulary

/// An adapter in the same process.
package struct InProcessTarget: Target {
    /// The origin that stands for in-process applications.
    package static let origin = "https://api.corspec.example"

    /// What reports say of it.
    package let description: TargetDescription
    private let adapter: any CORSPolicyAdapter

    /// Makes a target of an adapter.
    ///
    /// - Parameters:
    ///   - adapter: The adapter.
    ///   - name: Its name in reports; its own unless given.
    ///   - kind: Whose it is.
    package init(
        _ adapter: any CORSPolicyAdapter, name: String? = nil, kind: TargetDescription.Kind = .inProcess
    ) {
        self.adapter = adapter
        description = TargetDescription(kind: kind, name: name ?? adapter.name, origin: Self.origin)
    }

    /// Makes an application with the policy.
    package func instance(for policy: NamedPolicy) async throws -> any TargetInstance {
        do {
            return Instance(
                adapter: adapter, policy: policy.policy,
                application: try await adapter.makeApplication(for: policy.policy))
        } catch let refusal as PolicyRefusal {
            throw refusal
        } catch {
            throw TargetError("\(adapter.name) could not be set up with policy \(policy.name): \(error)")
        }
    }

    /// An application in the same process.
    private struct Instance: TargetInstance {
        /// Nothing is sent, so that nobody is flooded.
        let requestsAtOnce: Int? = .max
        let adapter: any CORSPolicyAdapter
        let policy: Policy
        let application: any CORSApplication

        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            do {
                return try await application.respond(to: request)
            } catch {
                throw TargetError("the adapter threw: \(error)")
            }
        }

        func fresh() async throws -> any TargetInstance {
            Instance(
                adapter: adapter, policy: policy, application: try await adapter.makeApplication(for: policy))
        }
    }
}
