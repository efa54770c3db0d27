package import CORSFixtures

/// The paths of a target's routes.
package struct Routes: Sendable, Hashable {
    private var paths: [Route: String]

    /// Makes routes.
    package init(_ paths: [Route: String]) { self.paths = paths }

    /// The routes that every configurable target has.
    package static let standard = Routes([
        .open: "/open", .protected: "/protected", .failing: "/failing", .missing: "/missing",
    ])

    /// Returns a route's path, or nil if the target lacks it.
    package subscript(route: Route) -> String? { paths[route] }
}
