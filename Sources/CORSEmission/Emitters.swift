/// The implementations for which a configuration can be written.
package enum Emitters {
    /// Every emitter: libraries first, then servers and proxies.
    package static let all: [Emitter] = [
        .fastAPI, .flaskCORS, .djangoCORSHeaders, .express, .rsCORS, .gin, .spring, .hummingbird, .nginx, .apache,
        .caddy, .haproxy, .envoy, .traefik,
    ]

    /// Finds the emitter of a name.
    ///
    /// - Parameter name: The name.
    /// - Returns: The emitter, or nil if none has the name.
    package static func named(_ name: String) -> Emitter? { all.first { $0.name == name } }
}
