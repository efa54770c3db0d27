import CORSFixtures
import CORSRunner
import CORSVocabulary
import FetchModel

/// The wrong answers that a row's expectations bring to mind, the most telling first.
struct WrongAnswers {
    /// The row.
    let row: PlannedRow

    /// The ways to spoil a right answer; not every one is wrong for every policy.
    var all: [Spoiling] { row.steps.flatMap(exposure) + rules + sequence + row.steps.flatMap(grants) + last }

    private func exposure(_ step: PlannedStep) -> [Spoiling] {
        (step.expect.exposes.isEmpty ? [] : [.withoutExposure]) + step.expect.hides.map(Spoiling.exposing)
    }

    private var rules: [Spoiling] {
        let rules = row.steps.flatMap(\.expect.rules)
        // Other rules stand beside an outcome, which tells more.
        return rules.compactMap { rule in
            switch rule {
            case .maxAge: .withMaxAgeUnit
            case .cookieAttributes: .withLaxCookie
            case .sameAsPlain: .forbidding
            case .exposure, .knownFields, .noServerError: nil
            }
        }
    }

    private var sequence: [Spoiling] {
        (row.sequence?.playsCache == true ? [.withoutVary] : [])
            + (row.sequence?.hasSameStatus == true ? [.forbidding] : [])
    }

    private func grants(_ step: PlannedStep) -> [Spoiling] {
        guard let judged = step.judged else { return [] }
        switch step.expect.outcome {
        case .blocked: return [.reflecting]
        case .readable:
            let isCredentialed = judged.credentials == .include
            let isAboutLists = row.section == .corsPreflightFetch || row.section == .corsUnsafeRequestHeaderNames
            var spoilings: [Spoiling] = step.route == .protected ? [.unauthorized] : []
            if isAboutLists || row.section == .corsSafelistedRequestHeader {
                spoilings += judged.requestedHeaders.isEmpty ? [.withoutMethods] : [.withoutHeaders]
            }
            return spoilings + (isCredentialed ? [.wildcard] : []) + [.withoutGrant]
        case nil: return [.reflecting]
        }
    }

    private var last: [Spoiling] {
        [.misspelt, .failing, .forbidding, .granting("https://corspec-a.example"), .withoutGrant, .withoutVary]
    }
}
