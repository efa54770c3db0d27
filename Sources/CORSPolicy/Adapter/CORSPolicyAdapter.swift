public import CORSVocabulary

/// A CORS implementation under test, which can be set up with any policy.
///
/// An application has the routes that `SampleApplication` describes; an adapter puts its CORS layer around them.
public protocol CORSPolicyAdapter: Sendable {
    /// The implementation's name, as reports show it.
    var name: String { get }

    /// Sets up an application with a policy.
    ///
    /// - Parameter policy: What the application is to do.
    /// - Returns: The application, with no state from earlier ones.
    /// - Throws: `PolicyRefusal` where the implementation refuses the policy, which may be right; any other error is an
    ///   error of the target.
    func makeApplication(for policy: Policy) async throws -> any CORSApplication
}

/// A whole application with its CORS layer, ready to answer.
public protocol CORSApplication: Sendable {
    /// Answers a request.
    ///
    /// - Parameter request: The request, preflights included.
    /// - Returns: The final response, every header line as it would go on the wire.
    /// - Throws: An error where the application failed to answer; the row is then in error, not failed.
    func respond(to request: HTTPRequest) async throws -> HTTPResponse
}

/// An implementation's refusal to work with a policy.
public struct PolicyRefusal: Error, Sendable, Hashable {
    /// Why, in the implementation's words.
    public var reason: String

    /// Makes a refusal.
    ///
    /// - Parameter reason: Why, in the implementation's words.
    public init(_ reason: String) { self.reason = reason }
}
