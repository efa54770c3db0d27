import CORSVocabulary
import FetchModel

/// The requests of one policy's rows: each distinct one is made once, dressed for the wire, and has an address of its
/// own.
///
/// Rows that send the same request share its exchange, but for sequences: theirs depend on what was sent before.
struct RequestTable {
    /// Whose request is made.
    enum Sender {
        /// A row that is no sequence.
        case single
        /// A sequence, by the number that its requests' addresses share.
        case sequence(Int)
    }

    private let dressing: RequestDressing?
    private let policy: Int
    private let origin: String
    private var shared: [HTTPRequest: PlannedRequest] = [:]
    private var added: [Way: [HeaderField]] = [:]
    /// How many numbers are given out: each is that of one address, and of one exchange.
    private(set) var count = 0

    /// Where a request comes from and goes to.
    private struct Way: Hashable {
        let origin: FieldValue?
        let path: String
    }

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - dressing: What requests carry beyond what a case says.
    ///   - policy: The policy, by its place in the plan.
    ///   - origin: The target's own origin.
    init(dressing: RequestDressing?, policy: Int, origin: String) {
        self.dressing = dressing
        self.policy = policy
        self.origin = origin
    }

    /// Begins a row.
    mutating func sender(isSequence: Bool) -> Sender { isSequence ? .sequence(number()) : .single }

    /// Returns the request that is sent for one of a case.
    mutating func planned(_ request: HTTPRequest, of sender: Sender) -> PlannedRequest {
        made(dressed(request), of: sender)
    }

    /// Returns the request that is sent without an origin, to compare its answer with that to one of a case.
    mutating func plain(of request: HTTPRequest, of sender: Sender) -> PlannedRequest {
        made(dressed(request).withoutOrigin, of: sender)
    }

    private mutating func made(_ request: HTTPRequest, of sender: Sender) -> PlannedRequest {
        switch sender {
        case .sequence(let number): return PlannedRequest(addressed(request, number), place: nil)
        case .single:
            if let known = shared[request] { return known }
            let number = number()
            let made = PlannedRequest(addressed(request, number), place: number)
            shared[request] = made
            return made
        }
    }

    private mutating func number() -> Int {
        defer { count += 1 }
        return count
    }

    private mutating func dressed(_ request: HTTPRequest) -> HTTPRequest {
        guard let dressing else { return request }
        let way = Way(origin: request.headers.first(.origin), path: request.path)
        let lines =
            added[way]
            ?? Browser.addedHeaders(origin: way.origin.map { Origin(bytes: $0.bytes) }, url: origin + way.path)
        added[way] = lines
        return dressing.dressed(request, adding: lines)
    }

    private func addressed(_ request: HTTPRequest, _ number: Int) -> HTTPRequest {
        dressing?.addressed(request, "\(policy)-\(number)") ?? request
    }
}

extension HTTPRequest {
    /// The request without what makes it a CORS request.
    var withoutOrigin: HTTPRequest {
        var plain = self
        plain.headers.fields.removeAll { field in
            field.name == .origin || field.name == .accessControlRequestMethod
                || field.name == .accessControlRequestHeaders
        }
        if plain.headers.contains("Sec-Fetch-Site") { plain.headers.set("Sec-Fetch-Site", "same-origin") }
        return plain
    }
}
