import CORSPolicy
import CORSRunner
import CORSVocabulary

/// A target whose answers to some requests are spoiled.
struct SpoiledTarget: Target {
    /// What answers right.
    let target: any Target
    /// How its answers are spoiled.
    let spoiling: Spoiling
    /// Which of its answers are.
    let requests: [HTTPRequest]

    /// What reports say of it.
    var description: TargetDescription { target.description }

    /// Sets the target up with a policy.
    func instance(for policy: NamedPolicy) async throws -> any TargetInstance {
        Instance(instance: try await target.instance(for: policy), spoiling: spoiling, requests: requests)
    }

    /// The target, set up.
    private struct Instance: TargetInstance {
        let instance: any TargetInstance
        let spoiling: Spoiling
        let requests: [HTTPRequest]

        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            let response = try await instance.send(request)
            return requests.contains(request) ? spoiling.spoil(response, request) : response
        }

        func fresh() async throws -> any TargetInstance {
            Instance(instance: try await instance.fresh(), spoiling: spoiling, requests: requests)
        }
    }
}
