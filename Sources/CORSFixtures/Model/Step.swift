package import FetchModel

/// One thing that is done, and what must come of it.
package struct Step: Sendable, Hashable {
    /// What is done.
    package enum Action: Sendable, Hashable {
        /// What a page's script asks for: the preflight if one is due, then the actual request.
        case fetch(FetchAction)
        /// One exchange on the wire, as written.
        case request(RequestAction)
    }

    /// What is done.
    package var action: Action
    /// What must come of it.
    package var expect: Expectation
}

/// A route that every target may have.
package enum Route: String, Sendable, Hashable, CaseIterable {
    /// Answers 200.
    case open
    /// Answers 401 without credentials.
    case protected
    /// Answers 500.
    case failing
    /// Answers 404.
    case missing
}

/// A header line of a case: text that may hold placeholders.
package struct HeaderLine: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The value, one character a byte.
    package var value: String
}

/// What a page's script asks for.
package struct FetchAction: Sendable, Hashable {
    /// Which cookies the actual request carries.
    package enum Cookie: Sendable, Hashable {
        /// None.
        case without
        /// `corspec=1`.
        case with
        /// A row without and a row with.
        case both
        /// This value.
        case literal(String)
    }

    /// The page's origin.
    package var origin: String
    /// The route asked for.
    package var route: Route
    /// The method as the script writes it.
    package var method: String
    /// The headers that the script sets.
    package var headers: [HeaderLine]
    /// The credentials mode.
    package var credentials: CredentialsMode
    /// Which cookies the actual request carries; a server cannot see the credentials mode.
    package var cookie: Cookie
    /// Whether the binder makes a preflight due by what the policy lists.
    package var isPreflighted: Bool
    /// Whether the fetch carries what makes `protected` answer 200.
    package var isAuthenticated: Bool
}

/// One exchange on the wire, as written.
package struct RequestAction: Sendable, Hashable {
    /// The method.
    package var method: String
    /// The route asked for.
    package var route: Route
    /// The header lines, in order.
    package var headers: [HeaderLine]
    /// The mode in which the answer is judged.
    package var credentials: CredentialsMode
}
