import Dispatch
import Synchronization

/// Runs asynchronous operations on the thread that waits for them.
///
/// A server's answers then do not depend on the threads that all tasks share, which busy tests may hold.
final class ThreadExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let hasJob = DispatchSemaphore(value: 0)

    /// Takes a job of the operation, from whatever thread resumes it.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        hasJob.signal()
    }

    /// Carries out an operation on this thread and returns what it returns.
    func result<Value: Sendable>(of operation: @escaping @Sendable () async -> Value) -> Value {
        let box = Box<Value>()
        Task(executorPreference: self) {
            let value = await operation()
            box.value.withLock { $0 = value }
        }
        while true {
            hasJob.wait()
            jobs.withLock { $0.removeFirst() }.runSynchronously(on: asUnownedTaskExecutor())
            if let value = box.value.withLock({ $0 }) { return value }
        }
    }

    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
