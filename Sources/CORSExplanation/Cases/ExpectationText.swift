import CORSFixtures
import CORSRunner
import CORSVocabulary
import FetchModel

/// What must come of a step, in sentences.
struct ExpectationText {
    /// The step.
    let step: PlannedStep

    private var expect: Expectation { step.expect }

    /// The sentences; at least one.
    var sentences: [String] {
        let all =
            outcome + expect.exposes.map { "The script must see the response header \($0)." }
            + expect.hides.map { "The script must not see the response header \($0)." } + statuses
            + expect.headers.map(Self.text) + expect.rules.map(Self.text)
        return all.isEmpty
            ? ["Nothing is asked of this answer by itself; it must not grant what the policy refuses."] : all
    }

    private var outcome: [String] {
        let isPreflight = step.isJudgedAsPreflight || step.endsWithPreflight
        let what = isPreflight ? "the page send the actual request" : "the page read the answer"
        switch expect.outcome {
        case .readable: return ["A browser must let \(what)."]
        case .blocked:
            let reasons = expect.reasons.map(\.rawValue).joined(separator: " or ")
            let end = reasons.isEmpty ? "; the status is free." : ", because of \(reasons)."
            return ["A browser must not let \(what)\(end)"]
        case nil: return []
        }
    }

    private var statuses: [String] {
        expect.statuses.isEmpty
            ? [] : ["The status must be \(expect.statuses.map(\.text).joined(separator: " or "))."]
    }

    private static func text(_ rule: HeaderRule) -> String {
        let place = rule.response.map { " of the \($0.rawValue) response" } ?? ""
        let name = "\(rule.name.text)\(place)"
        switch rule.check {
        case .exactly(let text): return "\(name) must be \(text)."
        case .absent: return "There must be no \(name)."
        case .present: return "There must be a line \(name)."
        case .contains(let texts): return "\(name) must list \(texts.joined(separator: " or "))."
        case .lacks(let texts): return "\(name) must not list \(texts.joined(separator: ", nor "))."
        case .oneOf(let texts): return "\(name) must be \(texts.joined(separator: " or "))."
        case .matches(let pattern): return "\(name) must match \(pattern)."
        }
    }

    private static func text(_ rule: NamedRule) -> String {
        switch rule {
        case .maxAge: "Access-Control-Max-Age must be plain seconds, not above the policy's."
        case .knownFields: "No header may be a misspelt one of CORS."
        case .noServerError: "It must not be a server error, unless the same request without an Origin is one too."
        case .cookieAttributes: "A cookie that is set must be one that browsers send cross-site."
        case .exposure: "Nothing may be exposed beyond the policy and what scripts see anyway."
        case .sameAsPlain: "The status must be that of the same request without an Origin."
        }
    }
}
