import CORSVocabulary

/// What came of a request.
struct SentRequest: Sendable {
    /// What was sent, and the response if one came.
    let exchange: RecordedExchange
    /// Why none came, or nil if one did.
    let error: (any Error)?

    /// Sends a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - instance: What is asked.
    ///   - now: What tells the time.
    init(_ request: HTTPRequest, to instance: any TargetInstance, now: () -> ContinuousClock.Instant) async {
        let start = now()
        do {
            let response = try await instance.send(request)
            exchange = RecordedExchange(request: request, response: response, duration: start.duration(to: now()))
            error = nil
        } catch {
            exchange = RecordedExchange(request: request, response: nil, duration: start.duration(to: now()))
            self.error = error
        }
    }
}
