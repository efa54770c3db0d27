package import CORSFixtures
package import CORSVocabulary

/// The routes that a target has.
package struct Routes: Sendable, Hashable {
    /// Where a route is, and what may be asked of it.
    package struct Place: Sendable, Hashable {
        /// The path and the query.
        package var path: String
        /// The methods that it has, or nil for any.
        package var methods: Set<Method>?

        /// Makes a place.
        package init(_ path: String, methods: Set<Method>? = nil) {
            self.path = path
            self.methods = methods
        }

        /// Says whether a method may be asked of it.
        package func has(_ method: Method) -> Bool { methods?.contains(method) ?? true }
    }

    private var places: [Route: Place]

    /// Makes routes.
    package init(_ places: [Route: Place]) { self.places = places }

    /// The routes that every whole application has.
    package static let standard = Routes([
        .open: Place("/open"), .protected: Place("/protected"), .failing: Place("/failing"),
        .missing: Place("/missing"),
    ])

    /// A route's place, or nil if the target lacks it.
    package subscript(route: Route) -> Place? {
        get { places[route] }
        set { places[route] = newValue }
    }
}
