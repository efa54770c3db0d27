extension TextReport {
    /// How a report looks.
    package struct Options: Sendable, Hashable {
        /// Whether colours are used.
        package var usesColor: Bool
        /// Whether notes, passed rows and every failed row are shown in full.
        package var isVerbose: Bool
        /// Whether hazards fail the run.
        package var isStrict: Bool
        /// Whether somebody stopped the run.
        package var isInterrupted: Bool
        /// How long a line of prose may be.
        package var width: Int

        /// Makes options.
        package init(
            usesColor: Bool = false, isVerbose: Bool = false, isStrict: Bool = false, isInterrupted: Bool = false,
            width: Int = 96
        ) {
            self.usesColor = usesColor
            self.isVerbose = isVerbose
            self.isStrict = isStrict
            self.isInterrupted = isInterrupted
            self.width = max(40, width)
        }
    }
}
