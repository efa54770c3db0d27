package import CORSFixtures
package import CORSRunner
package import CORSVocabulary

/// Somebody's live server: where it is, what may be asked of it, and what every request carries.
package struct LiveServer: Sendable {
    /// Its address, whose path is the open route.
    package var url: TargetURL
    /// How connections are made, and how much is waited for.
    package var settings = ConnectionSettings()
    /// Requests a second, at most; any number if nil.
    package var rate: Double?
    /// Routes beside the open one and the one made up beside it, or in their place.
    package var routes: [Route: Routes.Place] = [:]
    /// The line that makes the protected route answer 200.
    package var authentication: HeaderField?
    /// Lines of every request but preflights.
    package var headers: [HeaderField] = []
    /// Lines of every preflight.
    package var preflightHeaders: [HeaderField] = []
    /// The `User-Agent` line's value.
    package var userAgent = "corspec/\(CorspecVersion.current)"
    /// Whether POST, PUT, PATCH and DELETE are sent, not their preflights alone.
    package var allowsWrites = false
    /// Whether addresses get a query parameter of the run's own, so that no cache knows them.
    package var hasOwnAddresses = true

    /// Makes a server that is asked as carefully as can be.
    package init(_ url: TargetURL) { self.url = url }

    /// The lines whose values no report shows.
    package var secrets: [HeaderField] { headers + preflightHeaders + (authentication.map { [$0] } ?? []) }

    /// Makes the target and what may be asked of it; nothing is sent yet.
    package func prepared() -> (target: URLTarget, terms: TargetTerms) {
        let dressing = RequestDressing(
            userAgent: userAgent, headers: headers, preflightHeaders: preflightHeaders,
            nonce: hasOwnAddresses ? RequestDressing.freshNonce : nil)
        var places = Routes([.open: Routes.Place(url.path), .missing: Routes.Place(url.missingPath)])
        for (route, place) in routes { places[route] = place }
        let terms = TargetTerms(
            routes: places, authentication: authentication.map { .line($0) } ?? .unknown, hasDefaults: false,
            carriesExposed: false, sending: allowsWrites ? .common : .reads, dressing: dressing)
        let probe = probe(of: places[.open] ?? Routes.Place(url.path), dressing)
        return (URLTarget(url, settings: settings, rate: rate, probe: probe), terms)
    }

    /// What tells whether the server is there: a request of the open route by a method that changes nothing.
    private func probe(of open: Routes.Place, _ dressing: RequestDressing) -> HTTPRequest {
        let method = [Method.get, .head].first(where: open.has) ?? .options
        let host = HeaderField("Host", FieldValue(String(url.origin.drop { $0 != "/" }.dropFirst(2))))
        return dressing.probe(
            HTTPRequest(method: method, path: open.path, headers: HeaderList([host])), url: url.origin + open.path)
    }
}
