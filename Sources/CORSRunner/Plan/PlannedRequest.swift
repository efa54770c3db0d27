package import CORSVocabulary

/// A request of a plan, made once however many steps send it.
///
/// It never changes, and is held by reference: rows are copied often, what they send is not.
package final class PlannedRequest: Sendable {
    /// The request as it is sent.
    package let wire: HTTPRequest
    /// The place of its exchange among those that its policy's rows share; nil for a sequence's, whose exchanges are its
    /// own.
    package let place: Int?

    /// Makes a request.
    init(_ wire: HTTPRequest, place: Int?) {
        self.wire = wire
        self.place = place
    }
}
