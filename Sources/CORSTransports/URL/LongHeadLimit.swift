import CORSVocabulary
import Synchronization

/// Bounds what a run keeps of long heads, so that no server can fill the memory with them.
///
/// A head of usual length is always kept.
final class LongHeadLimit: Sendable {
    /// What a header line takes in memory beside its bytes.
    private static let bytesPerLine = 128
    /// Heads up to this length are usual: some servers take no longer ones in requests.
    private static let usual = 24 * 1024

    private let rest: Mutex<Int>

    /// Makes a limit.
    ///
    /// - Parameter budget: How many bytes of long heads are kept.
    init(budget: Int) { rest = Mutex(budget) }

    /// Whether a response may be kept, which is then counted.
    func admits(_ response: HTTPResponse) -> Bool {
        let size = response.headers.fields.reduce(0) {
            $0 + $1.name.bytes.count + $1.value.bytes.count + Self.bytesPerLine
        }
        if size <= Self.usual { return true }
        return rest.withLock { rest in
            guard size <= rest else { return false }
            rest -= size
            return true
        }
    }
}
