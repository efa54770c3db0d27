extension Cause {
    /// The cause where an origin near a granted one is granted, by what sets the two apart.
    static func nearMissGranted(_ relation: OriginRelation) -> Cause {
        Cause(
            id: "origin-match-\(relation.rawValue)",
            title: "Origins are compared loosely: \(relation.text).",
            fix: "Compare the whole Origin with each listed one, byte for byte; anchor patterns at both ends and "
                + "escape their dots.")
    }
}
