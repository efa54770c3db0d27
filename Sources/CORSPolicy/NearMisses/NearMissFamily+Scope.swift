/// How much is tried of a family, so that a server is asked no more than tells something.
///
/// A server that takes its list of origins loosely does so for all of them: the first that a family fits tells. But one
/// origin of a list may be compared by another way than the others, such as without its port: so the families that tell
/// this are tried for each.
extension NearMissFamily {
    /// The families that are tried for each listed origin: the ends of the host, its twins, the scheme, the port.
    static let ofEachOrigin: Set<String> = [
        "suffix", "prefix", "deeper", "twin", "scheme", "port-added", "port-dropped", "port-longer",
    ]

    /// The families that stand for the others where the origin is not what a case is about, such as whether a cookie
    /// changes the answer.
    static let typical: Set<String> = [
        "unrelated", "null", "suffix", "prefix", "scheme", "user-info", "upper-case", "slash", "default-port",
        "path-trick", "comma-list", "empty",
    ]
}
