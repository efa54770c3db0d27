extension Cause {
    /// The cause where an origin near a granted one is granted, by the family of the near miss.
    static func nearMissGranted(family: String, origin: String) -> Cause {
        Cause(
            id: "origin-match-\(family)",
            title: "Origins are compared loosely: \(nearMissTitle(family)).",
            fix:
                "Compare the whole Origin with each listed one, byte for byte; anchor patterns at both ends and escape "
                + "their dots.")
    }

    /// What lets a family of near misses through.
    private static func nearMissTitle(_ family: String) -> String {
        if family.hasPrefix("suffix") { return "something may follow a granted origin; the end is not anchored" }
        if family.hasPrefix("prefix") { return "something may stand before a granted host; the start is not anchored" }
        if family.hasPrefix("unescaped-dot") { return "a dot in the pattern is not escaped and matches any character" }
        if family.hasPrefix("scheme") { return "the scheme is not compared" }
        if family.hasPrefix("port") { return "the port is not compared" }
        if family.hasPrefix("deeper") || family.hasPrefix("subdomain") { return "subdomains of a granted host pass" }
        if family.hasPrefix("higher") || family.hasPrefix("parent") { return "the parent of a granted host passes" }
        if family.hasPrefix("upper") || family.hasPrefix("case") { return "upper and lower case are taken for one" }
        if family.hasPrefix("trailing-dot") { return "a dot at the end of the host is ignored" }
        if family.hasPrefix("user") { return "text before an @ is taken for the host" }
        if family.hasPrefix("localhost") { return "localhost and its addresses are taken for one origin" }
        return "an origin near a granted one passes (\(family))"
    }
}
