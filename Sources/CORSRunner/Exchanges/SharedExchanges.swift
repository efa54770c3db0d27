import CORSVocabulary
import Synchronization

/// The exchanges that the rows of one policy share: a request is sent once, and each row that needs it is given what
/// came of it, an error included.
///
/// Who asks first sends; who asks meanwhile waits. Nobody waits while a request of his own is under way, so that none
/// waits for another in a circle.
final class SharedExchanges: Sendable {
    private enum Entry {
        case unsent
        /// It is under way; who waits for it.
        case underWay([CheckedContinuation<SentRequest, Never>])
        case done(SentRequest)
    }

    private struct State {
        var entries: [Entry]
        /// The places of requests that no plan knows: where redirects lead.
        var followed: [HTTPRequest: Int] = [:]
    }

    private let state: Mutex<State>

    /// Makes room for the exchanges of a policy's requests.
    ///
    /// - Parameter count: How many there are; their places are below it.
    init(count: Int) { state = Mutex(State(entries: Array(repeating: .unsent, count: count))) }

    /// Returns what came of the request of a place, which is sent if nobody asked for it before.
    func sent(at place: Int, _ send: () async -> SentRequest) async -> SentRequest {
        let known: Entry = state.withLock { state in
            let entry = state.entries[place]
            if case .unsent = entry { state.entries[place] = .underWay([]) }
            return entry
        }
        switch known {
        case .done(let sent): return sent
        case .underWay: return await waited(for: place)
        case .unsent:
            let sent = await send()
            let waiting = state.withLock { state -> [CheckedContinuation<SentRequest, Never>] in
                defer { state.entries[place] = .done(sent) }
                guard case .underWay(let waiting) = state.entries[place] else { return [] }
                return waiting
            }
            for continuation in waiting { continuation.resume(returning: sent) }
            return sent
        }
    }

    /// Returns what came of a request that no plan knows.
    func sent(_ request: HTTPRequest, _ send: () async -> SentRequest) async -> SentRequest {
        let place = state.withLock { state in
            if let place = state.followed[request] { return place }
            let place = state.entries.count
            state.entries.append(.unsent)
            state.followed[request] = place
            return place
        }
        return await sent(at: place, send)
    }

    private func waited(for place: Int) async -> SentRequest {
        await withCheckedContinuation { continuation in
            let sent = state.withLock { state -> SentRequest? in
                switch state.entries[place] {
                case .done(let sent): return sent
                case .underWay(let waiting): state.entries[place] = .underWay(waiting + [continuation])
                case .unsent: state.entries[place] = .underWay([continuation])
                }
                return nil
            }
            if let sent { continuation.resume(returning: sent) }
        }
    }
}
