package import CORSRunner

/// What a case asks, and what a browser does with a right and with a wrong answer.
package struct CaseExplanation: Sendable {
    /// The case.
    package var found: FoundCase
    /// A right answer, and what a browser makes of it.
    package var right: Rehearsal
    /// Why the right answer is not the reference's, or nil if it is.
    package var refusal: String?
    /// A wrong answer, and what is wrong with it.
    package var wrong: WrongAnswer?
    /// What usually makes such answers.
    package var causes: [Cause]

    /// A wrong answer to a case.
    package struct WrongAnswer: Sendable {
        /// What it does, after "An answer that".
        package var text: String
        /// What came of it.
        package var result: RowResult
    }
}
