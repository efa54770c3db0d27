import CORSExplanation
import CORSReports
import CORSRunner
import CORSVocabulary
import FetchModel

/// What is made of a transcript.
struct Explained {
    var exchanges: [ReadExchange]
    var explanation: FetchExplanation

    init(_ transcript: String, page: PageOptions = PageOptions()) throws {
        exchanges = try TranscriptReader.read(Array(transcript.utf8), file: "t.txt")
        explanation = FetchExplainer.explain(try TranscriptFetch.observed(exchanges, page: page))
    }

    /// The outcome in a word, or nil where an answer is missing.
    var outcome: String? {
        guard case .judged(let judgements) = explanation.ending else { return nil }
        return judgements.standard.verdict.outcomeName
    }

    var cause: String? { explanation.finding?.cause?.id }

    var text: String {
        FetchText(explanation, paint: Paint(isOn: false), width: 96).lines.joined(separator: "\n") + "\n"
    }
}
