package import CORSPolicy
package import CORSVocabulary

/// Something that can be asked: the one protocol that every kind of target conforms to.
package protocol Target: Sendable {
    /// What reports say of it.
    var description: TargetDescription { get }

    /// How many policies it is set up with at once, each until its rows are done; any number if nil.
    var policiesAtOnce: Int? { get }

    /// Sets the target up with a policy.
    ///
    /// - Throws: `PolicyRefusal` where the target refuses the policy; `TargetError` where it could not be set up.
    func instance(for policy: NamedPolicy) async throws -> any TargetInstance

    /// Ends what the target started: after the last row, also of an interrupted run.
    func end() async
}

extension Target {
    /// Any number.
    package var policiesAtOnce: Int? { nil }

    /// Does nothing: nothing was started.
    package func end() async {}
}

/// A target that is set up with one policy.
package protocol TargetInstance: Sendable {
    /// How many requests of one row may be sent to it at once; as many as the run's jobs if nil.
    var requestsAtOnce: Int? { get }

    /// Sends a request and returns the response.
    ///
    /// - Throws: `TargetError` where no answer came.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse

    /// Returns an instance with no state from earlier requests, where the target can make one; else itself.
    func fresh() async throws -> any TargetInstance

    /// Gives up what the instance holds: nothing is asked of it any more.
    func release() async
}

extension TargetInstance {
    /// As many as the run's jobs.
    package var requestsAtOnce: Int? { nil }

    /// Does nothing: the instance holds nothing.
    package func release() async {}
}

/// A target's failure to answer: the row is in error, not failed.
package struct TargetError: Error, Sendable, Hashable {
    /// What happened, in one sentence.
    package var message: String

    /// Makes an error.
    package init(_ message: String) { self.message = message }
}
