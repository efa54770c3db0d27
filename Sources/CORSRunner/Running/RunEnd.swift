import Synchronization

/// The row after which no other is begun, if there is one.
final class RunEnd: Sendable {
    private let row = Mutex<String?>(nil)

    /// Notes a row that ends the run; the first one counts.
    func note(_ result: RowResult) {
        row.withLock { row in
            if row == nil { row = "\(result.policy):\(result.id)" }
        }
    }

    /// Why rows are not begun any more, or nil while they are.
    var reason: String? { row.withLock { $0 }.map { "--fail-fast ended the run after \($0)" } }
}
