package import CORSFixtures

/// What may be asked of a target, and how.
package struct TargetTerms: Sendable {
    /// The paths of its routes, and the methods that each has.
    package var routes: Routes
    /// What makes its protected route answer 200.
    package var authentication: Authentication
    /// Whether a setting that a policy does not state has FastAPI's default, since the target was set up with it.
    package var hasDefaults: Bool
    /// Whether its open route carries every exposed header.
    package var carriesExposed: Bool
    /// Which methods it is sent.
    package var sending: Sending
    /// What its requests carry beyond what a case says.
    package var dressing: RequestDressing?
    /// The origin of the server that a policy, by its name, is set up on; the target's own if nil.
    package var originOfPolicy: (@Sendable (String) -> String)?
    /// What it cannot express.
    package var cannot: Set<Inability> = []

    /// Which methods a target is sent, beyond preflights.
    package enum Sending: Sendable, Hashable {
        /// Any.
        case everything
        /// GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS: no invented ones.
        case common
        /// GET, HEAD and OPTIONS: what changes nothing.
        case reads
    }

    /// Makes terms.
    package init(
        routes: Routes, authentication: Authentication = .sample, hasDefaults: Bool = true,
        carriesExposed: Bool = true, sending: Sending = .everything, dressing: RequestDressing? = nil
    ) {
        self.routes = routes
        self.authentication = authentication
        self.hasDefaults = hasDefaults
        self.carriesExposed = carriesExposed
        self.sending = sending
        self.dressing = dressing
    }

    /// The terms of whole applications, as `SampleApplication` describes them.
    package static let application = TargetTerms(routes: .standard)
}
