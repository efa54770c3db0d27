import CORSFixtures
import CORSVocabulary

/// An address that nobody asked for before is not answered out of a cache.
///
/// https://www.rfc-editor.org/rfc/rfc9111.html#section-2
enum FreshAddressRule {
    /// Returns what is wrong with a step's answer, if it is the first that its row had from its address: of answers that
    /// were asked for at once, none is known to be.
    static func findings(_ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        guard assessor.row.hasOwnAddress, !assessor.row.pace.isParallel, let index = outcome.actual,
            let response = assessor.response(index),
            CacheModel.isHit(response),
            !assessor.exchanges[..<index].contains(where: { [.get, .head].contains($0.request.method) })
        else { return [] }
        return [
            Finding(
                kind: .cachedAtFreshAddress, severity: .hazard,
                message:
                    "A cache answers an address that nobody asked for before: its key leaves the query out, so that "
                    + "it keeps answers apart by Vary alone.",
                expected: "no hit for a query that is new", actual: actual(response),
                section: .corsProtocolAndHTTPCaches, exchange: index, field: .vary)
        ]
    }

    private static func actual(_ response: HTTPResponse) -> String {
        let names: [FieldName] = ["Age", "X-Cache", "CF-Cache-Status", "Cache-Status", "X-Cache-Status"]
        return names.filter { response.headers.contains($0) }.map { HeaderText.line($0, in: response) }
            .joined(separator: "; ")
    }
}
