import CORSVocabulary
import FetchModel
import StrictJSON

/// Writes a literal case in the fixture format.
enum CaseWriter {
    /// Writes a case with the very requests that it makes.
    static func output(_ fixture: FixtureCase, steps: [JSONOutput]) -> JSONOutput {
        var members: [(String, JSONOutput)] = [("id", .string(fixture.id)), ("title", .string(fixture.title))]
        if !fixture.aliases.isEmpty { members.append(("aliases", texts(fixture.aliases))) }
        if let sequence = fixture.sequence {
            members.append(("sequence", .array(fixture.steps.map { .object(step($0)) })))
            if fixture.pace.rounds > 1 { members.append(("repeat", .integer(fixture.pace.rounds))) }
            if fixture.pace.isParallel { members.append(("parallel", .bool(true))) }
            var expect: [(String, JSONOutput)] = []
            if sequence.playsCache { expect.append(("vary", .bool(true))) }
            if sequence.hasSameStatus { expect.append(("same_status", .bool(true))) }
            members.append(("expect", .object(expect)))
        } else if let first = fixture.steps.first {
            members += step(first)
        }
        members.append(("steps", .array(steps)))
        return .object(members)
    }

    private static func step(_ step: Step) -> [(String, JSONOutput)] {
        [action(step.action), ("expect", expectation(step.expect))]
    }

    private static func action(_ action: Step.Action) -> (String, JSONOutput) {
        switch action {
        case .fetch(let fetch):
            var members: [(String, JSONOutput)] = [
                ("origin", .string(fetch.origin)), ("route", .string(fetch.route.rawValue)),
                ("method", .string(fetch.method)),
            ]
            if !fetch.headers.isEmpty { members.append(("headers", lines(fetch.headers))) }
            members.append(("credentials", .string(fetch.credentials.rawValue)))
            switch fetch.cookie {
            case .with: members.append(("cookie", .string("with")))
            case .literal(let cookie): members.append(("cookie", .string(cookie)))
            case .without, .both: break
            }
            return ("fetch", .object(members))
        case .request(let request):
            return (
                "request",
                .object([
                    ("method", .string(request.method)), ("route", .string(request.route.rawValue)),
                    ("headers", lines(request.headers)), ("credentials", .string(request.credentials.rawValue)),
                ])
            )
        }
    }

    private static func lines(_ lines: [HeaderLine]) -> JSONOutput {
        .array(lines.map { .array([.string($0.name), .string($0.value)]) })
    }

    private static func texts(_ texts: [String]) -> JSONOutput { .array(texts.map { .string($0) }) }

    private static func expectation(_ expect: Expectation) -> JSONOutput {
        var members: [(String, JSONOutput)] = []
        if let outcome = expect.outcome { members.append(("outcome", .string(outcome.rawValue))) }
        if !expect.reasons.isEmpty { members.append(("reason", texts(expect.reasons.map(\.rawValue)))) }
        if !expect.exposes.isEmpty { members.append(("exposes", texts(expect.exposes))) }
        if !expect.hides.isEmpty { members.append(("hides", texts(expect.hides))) }
        if !expect.statuses.isEmpty { members.append(("status", .array(expect.statuses.map(status)))) }
        if !expect.headers.isEmpty { members.append(("headers", .array(expect.headers.map(rule)))) }
        if !expect.rules.isEmpty { members.append(("rules", texts(expect.rules.map(\.rawValue)))) }
        return .object(members)
    }

    private static func status(_ rule: StatusRule) -> JSONOutput {
        let plain: JSONOutput =
            rule.range.count == 1 ? .integer(rule.range.lowerBound) : .string("\(rule.range.lowerBound / 100)xx")
        return rule.isNegated ? .object([("not", plain)]) : plain
    }

    /// Writes a header rule.
    static func rule(_ rule: HeaderRule) -> JSONOutput {
        var members: [(String, JSONOutput)] = [("name", .string(rule.name.text))]
        switch rule.check {
        case .exactly(let text): members.append(("exactly", .string(text)))
        case .absent: members.append(("absent", .bool(true)))
        case .present: members.append(("present", .bool(true)))
        case .contains(let list): members.append(("contains", texts(list)))
        case .lacks(let list): members.append(("lacks", texts(list)))
        case .oneOf(let list): members.append(("one_of", texts(list)))
        case .matches(let pattern): members.append(("matches", .string(pattern)))
        }
        if rule.severity != .broken { members.append(("severity", .string(rule.severity.rawValue))) }
        if let response = rule.response { members.append(("on", .string(response.rawValue))) }
        return .object(members)
    }
}
