import Dispatch
import Synchronization

/// What a thread that may block waits for.
enum Waiting {
    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
        let isThere = DispatchSemaphore(value: 0)
    }

    /// Waits for what an asynchronous operation returns.
    static func result<Value: Sendable>(of operation: @escaping @Sendable () async -> Value) -> Value? {
        let box = Box<Value>()
        Task {
            let value = await operation()
            box.value.withLock { $0 = value }
            box.isThere.signal()
        }
        box.isThere.wait()
        return box.value.withLock { $0 }
    }
}
