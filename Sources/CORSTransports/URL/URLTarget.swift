package import CORSPolicy
package import CORSRunner
package import CORSVocabulary
import Synchronization

/// A server that is running, at a URL: somebody's live server.
///
/// Nothing is sent but what the plan holds; a request is sent again once, where its connection broke before there was an
/// answer and it changes nothing.
package final class URLTarget: Target, TargetInstance {
    /// What reports say of it.
    package let description: TargetDescription

    private let url: TargetURL
    private let settings: ConnectionSettings
    private let pool: ConnectionPool
    private let rate: RequestRate?
    private let silence = SilenceLimit()
    private let longHeads: LongHeadLimit
    private let probe: HTTPRequest
    private let probed = Mutex<Result<Void, TargetError>?>(nil)

    /// Makes a target; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - url: The server's address.
    ///   - settings: How connections are made, and how much is waited for.
    ///   - rate: Requests a second, at most; any number if nil.
    ///   - probe: The request that must be answered with 2xx before anything else is asked; an OPTIONS may be answered
    ///     with anything.
    package init(_ url: TargetURL, settings: ConnectionSettings, rate: Double? = nil, probe: HTTPRequest) {
        self.url = url
        self.settings = settings
        self.rate = rate.map { RequestRate(perSecond: $0) }
        self.probe = probe
        longHeads = LongHeadLimit(budget: settings.longHeadBudget)
        pool = ConnectionPool(origin: url.origin, settings: settings)
        description = TargetDescription(kind: .url, name: url.text, location: url.text, origin: url.origin)
    }

    /// Makes sure once that the server answers, and answers its open route with 2xx.
    package func instance(for policy: NamedPolicy) async throws -> any TargetInstance {
        if let probed = probed.withLock({ $0 }) {
            try probed.get()
            return self
        }
        let result = await reach()
        probed.withLock { $0 = result }
        try result.get()
        return self
    }

    /// There is one server: its state is its own.
    package func fresh() async throws -> any TargetInstance { self }

    /// Sends a request and returns the response.
    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard !silence.isReached(by: request) else {
            throw TargetError(
                "not sent: \(SilenceLimit.allowed) requests like it, one after the other, had no answer in time")
        }
        do {
            return try await attempt(request)
        } catch {
            throw TargetError(FailureReport(failure: error, url: url, settings: settings).message)
        }
    }

    /// Sends a request, and once more where the connection broke.
    private func attempt(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
        do {
            return try await once(request)
        } catch {
            guard error.isBrokenConnection, Self.changesNothing(request.method), !Task.isCancelled else { throw error }
        }
        return try await once(request)
    }

    private func once(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
        do { try await rate?.wait() } catch { throw TransportFailure(.cancelled) }
        let response: HTTPResponse
        do {
            response = try await pool.send(request)
        } catch {
            silence.note(request, isSilent: error.isSilence)
            throw error
        }
        silence.note(request, isSilent: false)
        guard longHeads.admits(response) else { throw TransportFailure(.headTooLong) }
        return response
    }

    private static func changesNothing(_ method: Method) -> Bool { [.get, .head, .options].contains(method) }

    /// Closes every connection that is not in use.
    func close() { pool.close() }

    /// Asks the open route once; the status of the answer, or why there is none.
    func status() async -> Result<Int, TargetError> {
        do {
            return .success(try await once(probe).status)
        } catch {
            return .failure(TargetError(FailureReport(failure: error, url: url, settings: settings).message))
        }
    }

    /// Asks the open route.
    private func reach() async -> Result<Void, TargetError> {
        let response: HTTPResponse
        do {
            response = try await attempt(probe)
        } catch {
            let report = FailureReport(failure: error, url: url, settings: settings)
            return .failure(TargetError(report.message + (report.advice.map { "; \($0)" } ?? "")))
        }
        if probe.method == .options || (200..<300).contains(response.status) { return .success(()) }
        return .failure(TargetError(OpenRouteText.text(response, to: probe)))
    }
}
