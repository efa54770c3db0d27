/// What failed in an earlier run, as its JSON report says.
package struct PastReport: Sendable, Hashable {
    /// The file's name as the user gave it.
    package var file: String
    /// The rows that failed or were in error, known failures left out.
    package var failed: [RowKey] = []
    /// The rows with hazards, known ones left out.
    package var hazards: [RowKey] = []

    /// Makes a report of nothing.
    package init(file: String) { self.file = file }

    /// The rows that failed that run, or would have failed it.
    ///
    /// - Parameter isStrict: Whether hazards count.
    /// - Returns: The rows, in the report's order.
    package func rows(isStrict: Bool) -> [RowKey] { failed + (isStrict ? hazards : []) }
}
