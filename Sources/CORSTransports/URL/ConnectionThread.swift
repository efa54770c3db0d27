import CORSPolicy
import CORSVocabulary

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A thread that owns a connection and carries out one request after the other.
final class ConnectionThread: @unchecked Sendable {  // The lock guards `work`.
    private struct Job {
        let request: HTTPRequest
        let origin: String
        let continuation: CheckedContinuation<Result<HTTPResponse, TransportFailure>, Never>
    }

    private enum Work {
        case nothing
        case job(Job)
        case stop
    }

    private let connection: CurlConnection
    private var work = Work.nothing
    private var lock = pthread_mutex_t()
    private var hasWork = pthread_cond_t()

    /// Starts a thread with a connection of its own.
    ///
    /// - Throws: `TransportFailure` if either cannot be had.
    init(_ settings: ConnectionSettings) throws(TransportFailure) {
        connection = try CurlConnection(settings)
        pthread_mutex_init(&lock, nil)
        pthread_cond_init(&hasWork, nil)
        // The thread holds this object until it ends.
        guard DetachedThread.start({ [self] in run() }) else {
            throw TransportFailure(.setup, "no thread could be started")
        }
    }

    deinit {
        pthread_cond_destroy(&hasWork)
        pthread_mutex_destroy(&lock)
    }

    /// Sends a request and returns what came of it; if the task is cancelled, at once.
    ///
    /// One request at a time.
    func send(_ request: HTTPRequest, origin: String) async -> Result<HTTPResponse, TransportFailure> {
        connection.prepare()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                post(.job(Job(request: request, origin: origin, continuation: continuation)))
            }
        } onCancel: {
            connection.cancel()
        }
    }

    /// Ends the thread and its connection.
    func stop() { post(.stop) }

    private func post(_ work: Work) {
        pthread_mutex_lock(&lock)
        self.work = work
        pthread_cond_signal(&hasWork)
        pthread_mutex_unlock(&lock)
    }

    private func next() -> Work {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        while case .nothing = work { pthread_cond_wait(&hasWork, &lock) }
        let next = work
        work = .nothing
        return next
    }

    /// The body of the thread.
    private func run() {
        while case .job(let job) = next() {
            job.continuation.resume(returning: connection.perform(job.request, origin: job.origin))
        }
    }
}
