package import CORSPolicy
import CORSVocabulary
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A server on 127.0.0.1 that writes the very bytes that it is told to, and logs what it received.
///
/// It serves adapters byte for byte, and misbehaves on purpose: a thread for each connection, blocking reads and writes.
package final class LoopbackServer: Sendable {
    /// What answers a request.
    package typealias Handler = @Sendable (ReceivedRequest) async -> Answer

    /// The port, which the system chose.
    package let port: Int
    private let handler: Handler
    private let listener: Int32
    private let state = Mutex(State())

    private struct State {
        var log: [ReceivedRequest] = []
        var open: Set<Int32> = []
        var connections = 0
        var isStopped = false
    }

    /// Starts a server.
    ///
    /// - Parameter handler: What answers each request.
    /// - Throws: `LoopbackServerError` if there is no socket to be had.
    package init(_ handler: @escaping Handler) throws {
        self.handler = handler
        (listener, port) = try Socket.listen()
        guard DetachedThread.start({ [self] in accept() }) else { throw LoopbackServerError(call: "pthread_create") }
    }

    /// Starts a server that answers as an application does.
    package convenience init(_ application: any CORSApplication, after pause: Duration? = nil) throws {
        try self.init { received in
            guard let response = try? await application.respond(to: received.request) else {
                return Answer([.close])
            }
            return Answer(response, after: pause)
        }
    }

    /// The server's origin.
    package var origin: String { "http://127.0.0.1:\(port)" }

    /// Every request received so far, in order.
    package var log: [ReceivedRequest] { state.withLock { $0.log } }

    /// How many connections were made so far.
    package var connections: Int { state.withLock { $0.connections } }

    /// Closes the port and every connection.
    package func stop() {
        let open = state.withLock { state in
            state.isStopped = true
            return state.open
        }
        shutdown(listener, Int32(SHUT_RDWR))
        for file in open { shutdown(file, Int32(SHUT_RDWR)) }
    }

    private func accept() {
        while true {
            let file = Socket.accept(listener)
            guard file >= 0 else { break }
            let number = state.withLock { state -> Int? in
                guard !state.isStopped else { return nil }
                state.open.insert(file)
                state.connections += 1
                return state.connections
            }
            guard let number else {
                close(file)
                break
            }
            let isServed = DetachedThread.start { [self] in
                serve(ServerConnection(file: file), number: number)
                end(file)
            }
            if !isServed { end(file) }
        }
        close(listener)
    }

    private func end(_ file: Int32) {
        state.withLock { _ = $0.open.remove(file) }
        close(file)
    }

    private func serve(_ connection: ServerConnection, number: Int) {
        var connection = connection
        let executor = ThreadExecutor()
        while let head = connection.readHead() {
            let received = state.withLock { state -> ReceivedRequest? in
                let received = ReceivedRequest(head, connection: number, number: state.log.count)
                if let received { state.log.append(received) }
                return received
            }
            guard let received, connection.write(executor.result { [handler] in await handler(received) }) else {
                return
            }
        }
    }
}

/// A server that could not be started.
package struct LoopbackServerError: Error {
    /// What failed.
    package var call: String
}
