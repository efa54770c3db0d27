import CORSVocabulary

/// A connection with a thread of its own, which carries out one request after the other.
final class ConnectionThread: Sendable {
    private let connection: CurlConnection
    private let thread: WorkThread

    /// Starts a thread with a connection of its own.
    ///
    /// - Throws: `TransportFailure` if either cannot be had.
    init(_ settings: ConnectionSettings) throws(TransportFailure) {
        connection = try CurlConnection(settings)
        guard let thread = WorkThread() else { throw TransportFailure(.setup, "no thread could be started") }
        self.thread = thread
    }

    /// Sends a request and returns what came of it; if the task is cancelled, at once.
    ///
    /// One request at a time.
    func send(_ request: HTTPRequest, origin: String) async -> Result<HTTPResponse, TransportFailure> {
        connection.prepare()
        return await withTaskCancellationHandler {
            await thread.perform { [connection] in connection.perform(request, origin: origin) }
        } onCancel: {
            connection.cancel()
        }
    }

    /// Ends the thread and its connection.
    func stop() { thread.stop() }
}
