import CORSPolicy
import CORSVocabulary

/// What the whole run shows of one policy: the evidence that a single row does not hold.
struct RunFacts {
    /// Whether they come from one fetch alone, so that nothing can be said of most answers.
    private(set) var isOfOneFetch = false
    /// Whether any answer had an `Access-Control-Allow-Origin` line.
    private(set) var hasAnyGrant = false
    /// The origins that were granted in at least one actual answer with a status below 400.
    private(set) var grantedOrigins: Set<Origin> = []
    /// The origins refused by the policy that an answer granted.
    private(set) var wronglyGranted: Set<Origin> = []
    /// Whether an actual answer with a status below 400 had a grant.
    private(set) var hasGrantOnSuccess = false
    /// Whether a preflight was granted.
    private(set) var hasGrantOnPreflight = false
    /// The header names that preflights' answers exposed.
    private(set) var exposedOnPreflights: Set<String> = []
    /// The methods of actual answers that had a grant.
    private(set) var grantedMethods: Set<Method> = []
    /// Whether a request with an origin that the policy does not refuse was answered with a status below 300 and no
    /// grant.
    private(set) var hasSuccessWithoutGrant = false
    /// Whether errors other than 401 came to granted origins, and none had a grant.
    var hasNoErrorGranted: Bool { errors == [false] }
    private var errors: Set<Bool> = []
    /// The paths on which a preflight was granted.
    private(set) var preflightedPaths: Set<String> = []
    /// Whether a preflight's answer granted a method that no policy lists.
    private(set) var passesInventedMethods = false
    /// Whether preflights' answers granted headers that no policy lists, of more than one beginning.
    var passesInventedHeaders: Bool { inventedHeaders.count > 1 }
    private var inventedHeaders: Set<String> = []
    /// Whether answers to granted origins that came through an intermediary were all wrong, and others all right.
    var isWrongThroughIntermediary: Bool { ways == [.wrongThrough, .rightPast] }
    private var ways: Set<Way> = []
    private var statuses: [Int: Int] = [:]
    private var statusesWithoutOrigin: [Int: Int] = [:]
    private var sentOrigins: Set<Origin> = []
    private var originsGrantedToOthers: Set<Origin> = []

    private var answers: [AskedRequest: [HeaderField]] = [:]
    private var unsteady: Set<AskedRequest> = []

    /// A request without what keeps its address apart from other rows'.
    private struct AskedRequest: Hashable {
        let method: Method
        let path: String
        let headers: HeaderList

        init(_ request: HTTPRequest) {
            method = request.method
            path = Evidence.bare(request.path)
            headers = request.headers
        }
    }

    /// How an answer to a granted origin came, and whether it granted.
    private enum Way {
        case rightThrough
        case wrongThrough
        case rightPast
        case wrongPast
    }

    /// Whether answers grant the origins of other requests: of several, so that it is no constant.
    var isLeaking: Bool { originsGrantedToOthers.intersection(sentOrigins).count > 1 }

    /// Gathers the facts of a policy; an exchange that rows share counts once.
    init(policyIndex: Int, plan: Plan, rows: [RowResult]) {
        let meaning = plan.policies[policyIndex].meaning
        var known: Set<HTTPRequest> = []
        for (planned, row) in zip(plan.rows, rows) where planned.policyIndex == policyIndex {
            for exchange in row.exchanges where planned.isSequence || known.insert(exchange.request).inserted {
                add(exchange, meaning)
            }
        }
    }

    /// Gathers the facts of one fetch.
    init(of exchanges: [RecordedExchange], _ meaning: PolicyMeaning) {
        isOfOneFetch = true
        for exchange in exchanges { add(exchange, meaning) }
    }

    private mutating func add(_ exchange: RecordedExchange, _ meaning: PolicyMeaning) {
        guard let response = exchange.response else { return }
        compare(response, to: exchange.request)
        let isPreflight =
            exchange.request.method == .options && exchange.request.headers.contains(.accessControlRequestMethod)
        // Of one fetch nothing can be said of most answers.
        if !isPreflight, !isOfOneFetch { count(exchange.request, response, meaning) }
        if isPreflight {
            exposedOnPreflights.formUnion(HeaderText.members(of: .accessControlExposeHeaders, in: response))
        }
        guard let granted = HeaderText.single(.accessControlAllowOrigin, in: response) else {
            if response.headers.contains(.accessControlAllowOrigin) { hasAnyGrant = true }
            let isSuccess = response.status < 300 && !(isOfOneFetch && isPreflight)
            if isSuccess, Self.isMeant(exchange.request, meaning) { hasSuccessWithoutGrant = true }
            return
        }
        hasAnyGrant = true
        let lines = exchange.request.headers.values(.origin)
        guard let sent = lines.first, lines.count == 1 else { return }
        let origin = Origin(bytes: sent.bytes)
        sentOrigins.insert(origin)
        let isWildcard = granted.elementsEqual([UInt8(ascii: "*")])
        guard isWildcard || sent.bytes.elementsEqual(granted) else {
            originsGrantedToOthers.insert(Origin(bytes: Array(granted)))
            return
        }
        if isPreflight {
            addLists(exchange.request, response, meaning)
            hasGrantOnPreflight = true
            preflightedPaths.insert(Evidence.bare(exchange.request.path))
        }
        if !isPreflight, response.status < 400 {
            hasGrantOnSuccess = true
            grantedOrigins.insert(origin)
        }
        if !isPreflight { grantedMethods.insert(exchange.request.method) }
        if (try? meaning.refuses(origin)) == true { wronglyGranted.insert(origin) }
    }

    /// Looks for invented names in the lists of a preflight's answer.
    private mutating func addLists(_ request: HTTPRequest, _ response: HTTPResponse, _ meaning: PolicyMeaning) {
        let wildcard = meaning.policy.allowCredentials ? [] : ["*"]
        let method = HeaderText.members(
            of: .accessControlRequestMethod, in: HTTPResponse(status: 0, headers: request.headers)
        ).first
        let methods = HeaderText.members(of: .accessControlAllowMethods, in: response)
        if let method, method.hasPrefix("corspec-"), methods.contains(where: { ([method] + wildcard).contains($0) }) {
            passesInventedMethods = true
        }
        let asked = HeaderText.members(
            of: .accessControlRequestHeaders, in: HTTPResponse(status: 0, headers: request.headers))
        // Alone, so that it is not let through for what stands beside it.
        guard asked.count == 1, let name = asked.first, name.contains("-corspec-") else { return }
        let names = HeaderText.members(of: .accessControlAllowHeaders, in: response)
        if names.contains(name) || names.contains(where: wildcard.contains) { inventedHeaders.insert(name) }
    }

    /// Counts an actual answer that is no refusal by the policy.
    private mutating func count(_ request: HTTPRequest, _ response: HTTPResponse, _ meaning: PolicyMeaning) {
        guard request.headers.contains(.origin) else {
            statusesWithoutOrigin[response.status, default: 0] += 1
            return
        }
        guard Self.isMeant(request, meaning) else { return }
        statuses[response.status, default: 0] += 1
        if response.status >= 404 { errors.insert(response.headers.contains(.accessControlAllowOrigin)) }
        ways.insert(Self.way(request, response))
    }

    /// Compares what an answer grants with what earlier answers to the same request did.
    private mutating func compare(_ response: HTTPResponse, to request: HTTPRequest) {
        guard !Self.isRelated(toLoad: response.status) else { return }
        let asked = AskedRequest(request)
        let grants = response.headers.fields.filter { $0.name.lowercased.hasPrefix("access-control-") }
        if answers[asked, default: grants] != grants { unsteady.insert(asked) }
        answers[asked] = grants
    }

    /// Says whether a status comes and goes with how much is asked.
    private static func isRelated(toLoad status: Int) -> Bool { status == 429 || (502...504).contains(status) }

    /// Says whether the same request was granted otherwise another time.
    func isUnsteady(_ exchange: RecordedExchange) -> Bool {
        guard let response = exchange.response, !Self.isRelated(toLoad: response.status) else { return false }
        return unsteady.contains(AskedRequest(exchange.request))
    }

    private static func way(_ request: HTTPRequest, _ response: HTTPResponse) -> Way {
        let lines = response.headers.values(.accessControlAllowOrigin)
        let isRight = lines.count == 1 && (lines == request.headers.values(.origin) || lines == ["*"])
        if BystanderCauses.isThroughIntermediary(response) { return isRight ? .rightThrough : .wrongThrough }
        return isRight ? .rightPast : .wrongPast
    }

    /// Whether a request has one origin, which the policy does not refuse.
    private static func isMeant(_ request: HTTPRequest, _ meaning: PolicyMeaning) -> Bool {
        let lines = request.headers.values(.origin)
        guard let origin = lines.first, lines.count == 1 else { return false }
        return (try? meaning.refuses(Origin(bytes: origin.bytes))) == false
    }

    /// Whether most actual answers to granted origins have such a status.
    func isMostly(_ isSuch: (Int) -> Bool) -> Bool { Self.isMostly(statuses, isSuch, atLeast: 5) }

    /// Whether most requests without an origin are forbidden.
    var isMostlyForbiddenWithoutOrigin: Bool { Self.isMostly(statusesWithoutOrigin, { $0 == 403 }, atLeast: 1) }

    /// Says whether more than half of the answers are such, and so many at least: fewer show nothing of the rest.
    private static func isMostly(_ statuses: [Int: Int], _ isSuch: (Int) -> Bool, atLeast least: Int) -> Bool {
        let such = statuses.filter { isSuch($0.key) }.values.reduce(0, +)
        return such >= least && such * 2 > statuses.values.reduce(0, +)
    }

    /// Whether origins far from any granted one are granted.
    func grantsUnrelated(_ meaning: PolicyMeaning) -> Bool {
        meaning.nearMisses.contains { $0.family == "unrelated" && wronglyGranted.contains($0.origin) }
            || ["https://corspec-a.example", "https://corspec-b.test"].contains { wronglyGranted.contains(Origin($0)) }
    }
}
