package import CORSVocabulary
package import StrictJSON

extension Baseline {
    /// One row that is known to fail.
    package struct Entry: Sendable, Hashable {
        /// The row's id.
        package var id: String
        /// The policy's name.
        package var policy: String
        /// The worst severity that is covered.
        package var severity: Severity
        /// Why it is known, or nil where nobody says.
        package var reason: String?
        /// Where it is being worked on.
        package var issue: String?
        /// The last day on which the entry counts.
        package var expires: CalendarDate?
        /// Whether an unsafe finding is accepted, or nil where that is not said.
        package var acceptsRisk: Bool?
        /// What is said for readers.
        package var comment: String?
        /// Where it stands, or nil if it is in no file yet.
        package var place: Place?

        /// Makes an entry.
        package init(
            id: String, policy: String, severity: Severity, reason: String? = nil, issue: String? = nil,
            expires: CalendarDate? = nil, acceptsRisk: Bool? = nil, comment: String? = nil, place: Place? = nil
        ) {
            self.id = id
            self.policy = policy
            self.severity = severity
            self.reason = reason
            self.issue = issue
            self.expires = expires
            self.acceptsRisk = acceptsRisk
            self.comment = comment
            self.place = place
        }

        /// Says whether the entry counts no more on a day.
        func isExpired(on today: CalendarDate?) -> Bool {
            guard let expires, let today else { return false }
            return expires < today
        }
    }

    /// Where an entry stands in its file.
    package struct Place: Sendable, Hashable {
        /// The place of its first character.
        package var start: SourcePosition
        /// The place of its last character.
        package var end: SourcePosition
        /// Whether its lines hold nothing else, so that they can be deleted.
        package var isAlone: Bool

        /// Makes a place.
        package init(start: SourcePosition, end: SourcePosition, isAlone: Bool) {
            self.start = start
            self.end = end
            self.isAlone = isAlone
        }

        /// The place in words, such as `line 12`.
        package var text: String {
            guard isAlone else { return "the entry at \(start.line):\(start.column)" }
            return start.line == end.line ? "line \(start.line)" : "lines \(start.line) to \(end.line)"
        }
    }
}
