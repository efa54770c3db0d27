import CORSFixtures
import CORSRunner
import CORSVocabulary
import FetchModel

/// What a step does, and what a browser makes of its answer, in sentences.
struct StepText {
    /// The step.
    let step: PlannedStep

    /// What is sent.
    var deed: String {
        switch step.action {
        case .fetch(let preflight, _): return fetch(hasPreflight: preflight != nil)
        case .request(let request):
            guard let judged = step.judged else {
                return
                    "\(request.wire.method.text) \(request.wire.path) is sent, without an Origin: it is not a page's fetch."
            }
            let what = step.isJudgedAsPreflight ? "a preflight" : "a page's fetch"
            return
                "\(request.wire.method.text) \(request.wire.path) is sent as it is written here, and its answer is judged as a "
                + "browser judges \(what) of \(judged.origin.text)."
        }
    }

    private func fetch(hasPreflight: Bool) -> String {
        guard let judged = step.judged else { return "A page fetches." }
        let names = judged.headers.fields.map(\.name.text).joined(separator: ", ")
        let headers = names.isEmpty ? "" : ", setting \(names)"
        let due =
            !hasPreflight
            ? "no preflight is due"
            : step.endsWithPreflight ? "a preflight is due, which must not pass" : "a preflight is due"
        return "A page on \(judged.origin.text) fetches \(judged.method.text) \(judged.url), credentials "
            + "\"\(judged.credentials.rawValue)\"\(headers); \(due)."
    }

    /// What a browser does.
    func verdict(_ outcome: StepOutcome, _ response: HTTPResponse?) -> String {
        guard step.judged != nil else { return "is not asked: no page is involved." }
        guard let failure = outcome.failure else {
            if step.isJudgedAsPreflight || outcome.actual == nil { return "lets the page send the actual request." }
            let names = outcome.exposed.map(\.lowercased).joined(separator: ", ")
            return "lets the page read the answer" + (names.isEmpty ? "." : ", and of its headers \(names).")
        }
        return "blocks it: \(ExchangeDiagnosis.reason(failure, response))."
    }
}
