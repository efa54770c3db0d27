import CORSPolicy
import CORSVocabulary
import FetchModel
import StrictJSON

/// Writes the very requests of a literal case, each with whether it is granted and what its answer must say.
///
/// The rules need nothing but membership in a comma-separated list without regard to case, so that a test suite without
/// a browser's judge can use them.
struct StepExporter {
    /// What the policy means.
    let meaning: PolicyMeaning
    /// What makes the requests.
    let builder: FetchBuilder

    /// Writes the requests of a case, in order, those of every round.
    func steps(of fixture: FixtureCase) -> [JSONOutput] {
        let round = fixture.steps.flatMap(steps)
        return (0..<fixture.pace.rounds).flatMap { _ in round }
    }

    private func steps(_ step: Step) -> [JSONOutput] {
        switch step.action {
        case .request(let request):
            let path = FetchBuilder.path(request.route)
            guard let wire = builder.wire(request, path: path) else { return [] }
            let judged = builder.judged(request, at: builder.address(path))
            let rules = judged.map {
                FetchBuilder.isPreflight(request) ? preflightRules($0, step) : actualRules($0, step)
            }
            return [output(wire, granted: granted(step), rules: rules ?? [])]
        case .fetch(let fetch):
            let path = FetchBuilder.path(fetch.route)
            guard let judged = builder.judged(fetch, at: builder.address(path)) else { return [] }
            var outputs: [JSONOutput] = []
            if let preflight = builder.preflight(judged, path: path) {
                outputs.append(output(preflight, granted: granted(step), rules: preflightRules(judged, step)))
                if step.expect.outcome == .blocked { return outputs }
            }
            let actual = builder.actual(fetch, judged: judged, path: path)
            return outputs + [output(actual, granted: granted(step), rules: actualRules(judged, step))]
        }
    }

    /// Whether an answer must grant; nil where a step does not say.
    private func granted(_ step: Step) -> Bool? { step.expect.outcome.map { $0 == .readable } }

    private func output(_ request: HTTPRequest, granted: Bool?, rules: [HeaderRule]) -> JSONOutput {
        let headers = request.headers.fields.map { JSONOutput.array([.string($0.name.text), .string($0.value.text)]) }
        var expect: [(String, JSONOutput)] = []
        let isPreflight = request.method == .options && request.headers.contains(.accessControlRequestMethod)
        if isPreflight, granted == true { expect.append(("status", .string("2xx"))) }
        expect.append(("headers", .array(rules.map(CaseWriter.rule))))
        return .object([
            (
                "request",
                .object([
                    ("method", .string(request.method.text)), ("path", .string(request.path)),
                    ("headers", .array(headers)),
                ])
            ),
            ("granted", .bool(granted ?? false)), ("expect", .object(expect)),
        ])
    }
}

// MARK: - Rules

extension StepExporter {
    private func contains(_ name: FieldName, _ texts: [String]) -> HeaderRule {
        HeaderRule(name: name, check: .contains(texts), severity: .broken, response: nil)
    }

    private func lacks(_ name: FieldName, _ texts: [String]) -> HeaderRule {
        HeaderRule(name: name, check: .lacks(texts), severity: .broken, response: nil)
    }

    /// The grant of the origin, and of credentials where the fetch has them.
    private func grantRules(_ judged: FetchRequest) -> [HeaderRule] {
        let origin = judged.origin.text
        return judged.credentials == .include
            ? [contains(.accessControlAllowOrigin, [origin]), contains(.accessControlAllowCredentials, ["true"])]
            : [contains(.accessControlAllowOrigin, [origin, "*"])]
    }

    private func actualRules(_ judged: FetchRequest, _ step: Step) -> [HeaderRule] {
        switch step.expect.outcome {
        case .readable?:
            grantRules(judged)
                + step.expect.exposes.map { contains(.accessControlExposeHeaders, wildcard(judged, $0)) }
                + step.expect.hides.map { lacks(.accessControlExposeHeaders, wildcard(judged, $0)) }
        case .blocked?: [lacks(.accessControlAllowOrigin, wildcard(judged, judged.origin.text))]
        case nil: []
        }
    }

    /// A name, and `*` where the fetch takes it for all.
    private func wildcard(_ judged: FetchRequest, _ name: String) -> [String] {
        judged.credentials == .include ? [name] : [name, "*"]
    }

    private func preflightRules(_ judged: FetchRequest, _ step: Step) -> [HeaderRule] {
        let method = judged.sentMethod
        let names = judged.requestedHeaders
        switch step.expect.outcome {
        case .readable?:
            let methods =
                [Method.get, .head, .post].contains(method)
                ? [] : [contains(.accessControlAllowMethods, wildcard(judged, method.text))]
            return grantRules(judged) + methods
                + names.map { name in
                    contains(.accessControlAllowHeaders, name == "authorization" ? [name] : wildcard(judged, name))
                }
        case .blocked?: return refusalRules(judged)
        case nil: return []
        }
    }

    /// What a preflight that must not pass leaves out: the origin, or else the method or header that is refused.
    private func refusalRules(_ judged: FetchRequest) -> [HeaderRule] {
        if (try? meaning.refuses(judged.origin)) != false || meaning.isTrap {
            return [lacks(.accessControlAllowOrigin, wildcard(judged, judged.origin.text))]
        }
        let refusedMethod = meaning.unlistedMethods.contains(judged.sentMethod)
        let methods =
            refusedMethod
            ? [lacks(.accessControlAllowMethods, wildcard(judged, judged.sentMethod.text))] : []
        let listed = Set(meaning.policy.allowHeaders.map { $0.lowercased() })
        let headers =
            meaning.policy.allowHeaders == ["*"] ? [] : judged.requestedHeaders.filter { !listed.contains($0) }
        return methods + headers.map { lacks(.accessControlAllowHeaders, wildcard(judged, $0)) }
    }
}
