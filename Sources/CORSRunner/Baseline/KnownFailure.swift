/// What a baseline says of a row that is known to fail.
package struct KnownFailure: Sendable, Hashable {
    /// Why it is known, or nil where nobody says.
    package var reason: String?
    /// Where it is being worked on.
    package var issue: String?
    /// The last day on which the entry counts.
    package var expires: CalendarDate?

    /// Makes what is known.
    package init(reason: String? = nil, issue: String? = nil, expires: CalendarDate? = nil) {
        self.reason = reason
        self.issue = issue
        self.expires = expires
    }

    /// Makes what an entry says.
    init(_ entry: Baseline.Entry) {
        self.init(reason: entry.reason, issue: entry.issue, expires: entry.expires)
    }
}
