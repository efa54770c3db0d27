import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// Compiles the literal steps of a row for one policy and one target.
struct StepPlanner {
    /// What the policy means.
    let meaning: PolicyMeaning
    /// The target's origin.
    let origin: String
    /// The target's paths.
    let routes: Routes

    /// The target's host and port, as a `Host` line carries them.
    private var host: FieldValue {
        FieldValue(origin.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? origin)
    }

    /// Compiles a step, or returns nil if the target lacks its route or its method is none.
    func plan(_ step: Step) throws -> PlannedStep? {
        switch step.action {
        case .fetch(let fetch): try plan(fetch, expect: step.expect)
        case .request(let request): try plan(request, expect: step.expect)
        }
    }

    private func plan(_ fetch: FetchAction, expect: Expectation) throws -> PlannedStep? {
        guard let path = routes[fetch.route], let method = Method(fetch.method) else { return nil }
        let judged = FetchRequest(
            origin: Origin(fetch.origin), url: origin + path, method: method, headers: headerList(fetch.headers),
            credentials: fetch.credentials)
        var preflight = Browser.preflightRequest(for: judged)
        var actual = Browser.actualRequest(for: judged)
        preflight?.path = path
        preflight?.headers.fields.insert(HeaderField("Host", host), at: 0)
        actual.path = path
        actual.headers.fields.insert(HeaderField("Host", host), at: 0)
        switch fetch.cookie {
        case .with: actual.headers.append(.cookie, "corspec=1")
        case .literal(let cookie): actual.headers.append(.cookie, FieldValue(cookie))
        case .without, .both: break
        }
        return try PlannedStep(
            action: .fetch(preflight: preflight, actual: actual), route: fetch.route, judged: judged,
            isJudgedAsPreflight: false, expect: expect, isRefusedOrigin: meaning.refuses(judged.origin),
            isSendableOrigin: Browser.canSend(judged.origin), patterns: patterns(expect))
    }

    private func plan(_ request: RequestAction, expect: Expectation) throws -> PlannedStep? {
        guard let path = routes[request.route], let method = Method(request.method) else { return nil }
        var headers = headerList(request.headers)
        if !headers.contains("Host") { headers.fields.insert(HeaderField("Host", host), at: 0) }
        let asked = method == .options ? headers.first(.accessControlRequestMethod) : nil
        let sent = headers.first(.origin).map { Origin(bytes: $0.bytes) }
        let judged = sent.map { origin in
            FetchRequest(
                origin: origin, url: self.origin + path, method: asked.map { Method(unchecked: $0.bytes) } ?? method,
                headers: asked == nil ? [:] : askedHeaders(headers), credentials: request.credentials)
        }
        return try PlannedStep(
            action: .request(HTTPRequest(method: method, path: path, headers: headers)), route: request.route,
            judged: judged, isJudgedAsPreflight: asked != nil, expect: expect,
            isRefusedOrigin: sent.map { try meaning.refuses($0) } ?? false,
            isSendableOrigin: sent.map { Browser.canSend($0) && headers.values(.origin).count == 1 } ?? false,
            patterns: patterns(expect))
    }

    /// Returns the headers that a raw preflight asks for, with values that are not safelisted.
    private func askedHeaders(_ headers: HeaderList) -> HeaderList {
        let names = headers.values(.accessControlRequestHeaders)
            .flatMap { $0.bytes.split(separator: UInt8(ascii: ",")) }
            .map { $0.filter { $0 != 0x20 && $0 != 0x09 } }
            .filter { ASCII.isToken($0) }
        return HeaderList(names.map { HeaderField(FieldName(unchecked: Array($0)), "\"corspec\"") })
    }

    private func headerList(_ lines: [HeaderLine]) -> HeaderList {
        HeaderList(lines.compactMap { line in FieldName(line.name).map { HeaderField($0, FieldValue(line.value)) } })
    }

    private func patterns(_ expect: Expectation) throws -> [String: OriginPattern] {
        var patterns: [String: OriginPattern] = [:]
        for rule in expect.headers {
            guard case .matches(let source) = rule.check else { continue }
            patterns[source] = try OriginPattern(source)
        }
        return patterns
    }
}
