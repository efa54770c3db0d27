package import CORSVocabulary

/// The step of the CORS protocol at which a fetch is blocked.
package struct Failure: Sendable, Hashable {
    /// Which step.
    package var reason: BlockReason
    /// Whether it failed on the preflight's response.
    package var isPreflight: Bool
    /// The bytes that failed: the header's combined value, the method, or the header's name; empty where there are none.
    package var value: [UInt8]
    /// The section that holds the step.
    package var section: SpecSection

    /// Makes a failure.
    package init(reason: BlockReason, isPreflight: Bool, value: [UInt8], section: SpecSection) {
        self.reason = reason
        self.isPreflight = isPreflight
        self.value = value
        self.section = section
    }
}
