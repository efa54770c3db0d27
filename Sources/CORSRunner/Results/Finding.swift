package import CORSVocabulary

/// One thing in one case that is not as it must be.
package struct Finding: Sendable, Hashable {
    /// What kind of thing it is.
    package var kind: FindingKind
    /// How much it matters.
    package var severity: Severity
    /// What is wrong, in one sentence.
    package var message: String
    /// What a right answer would be: every acceptable one.
    package var expected: String
    /// What came back.
    package var actual: String
    /// The section of the standard that decides.
    package var section: SpecSection
    /// The line that Chromium's console shows, or nil where it shows none.
    package var console: String?
    /// The likely cause, or nil where the evidence names none.
    package var cause: Cause?
    /// What to do, or nil where nothing is known that is better than the expected answer.
    package var fix: String?
    /// The exchange that shows it, as an index into the row's exchanges.
    package var exchange: Int?
    /// The response header that is at fault, for marking, or nil.
    package var field: FieldName?

    /// Makes a finding.
    package init(
        kind: FindingKind = .status, severity: Severity, message: String, expected: String, actual: String,
        section: SpecSection, console: String? = nil, exchange: Int? = nil, field: FieldName? = nil
    ) {
        self.kind = kind
        self.severity = severity
        self.message = message
        self.expected = expected
        self.actual = actual
        self.section = section
        self.console = console
        self.exchange = exchange
        self.field = field
    }
}
