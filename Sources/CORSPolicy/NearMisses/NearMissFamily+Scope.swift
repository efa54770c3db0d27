/// How much is tried of a family, so that a server is asked no more than tells something.
///
/// A server that takes its list of origins loosely does so for all of them: the first that a family fits tells. But one
/// origin of a list may be written as a pattern, without its port or for a whole domain, and be the only one that is: so
/// the families that tell this are tried for each.
extension NearMissFamily {
    /// The families that are tried for each listed origin: the ends of the host, its dots, its domain, the scheme, the
    /// port.
    static let ofEachOrigin: Set<String> = [
        "suffix", "prefix", "deeper", "sibling", "unescaped-dot", "twin", "scheme", "port-added", "port",
        "port-dropped",
        "port-longer",
    ]

    /// The families that stand for the others where the origin is not what a case is about, such as whether a cookie
    /// changes the answer.
    static let typical: Set<String> = [
        "unrelated", "null", "suffix", "prefix", "scheme", "user-info", "upper-case", "slash", "comma-list", "empty",
    ]
}
