import CORSVocabulary
import Synchronization

/// Ends the waiting for a server that leaves one kind of request without an answer, so that a run ends in time.
final class SilenceLimit: Sendable {
    /// What is asked: requests of one kind are answered or not together.
    private struct Kind: Hashable {
        let method: Method
        let path: Substring

        init(_ request: HTTPRequest) {
            method = request.method
            path = request.path.prefix { $0 != "?" }
        }
    }

    /// So many requests of one kind in a row may be left without an answer.
    static let allowed = 4

    private let silences = Mutex<[Kind: Int]>([:])

    /// Whether a request of this kind is not sent any more.
    func isReached(by request: HTTPRequest) -> Bool {
        silences.withLock { $0[Kind(request), default: 0] >= Self.allowed }
    }

    /// Notes whether a request was answered in time.
    func note(_ request: HTTPRequest, isSilent: Bool) {
        silences.withLock { $0[Kind(request)] = isSilent ? $0[Kind(request), default: 0] + 1 : 0 }
    }
}
