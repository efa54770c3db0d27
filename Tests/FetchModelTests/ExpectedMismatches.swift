import FetchModel

/// Where the model does not say what was recorded, and must not: Tables/README.md gives the reasons.
enum ExpectedMismatches {
    /// Exchanges whose recorded classes hold one that changes nothing.
    static let classes = ["safe-size-009", "safe-size-010", "safe-size-012", "safe-size-014"]

    /// Exchanges on which both browsers end as the standard says although one preflights with other lines.
    static let preflightLines: [Engine: [String]] = [
        .chromium: ["acah-req-120", "acah-req-123", "acah-req-127", "acah-req-129", "safe-size-015"],
        .firefox: [
            "acah-req-139", "acah-req-140", "acah-req-141", "acah-req-142", "acah-req-143", "acah-req-146",
            "acrh-format-013", "acrh-format-014", "acrh-format-015",
        ],
    ]
}
