package import CORSReports
import CORSRunner
import CORSVocabulary
import FetchModel

/// What a browser does with the fetches of a HAR file, for a person.
package struct HARText {
    private static let shownAlike = 8
    private static let shownReadable = 20

    private let har: HARExplanation
    private let paint: Paint
    private let width: Int

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - explanation: What is told.
    ///   - paint: The colours.
    ///   - width: How long a line of prose may be.
    package init(_ explanation: HARExplanation, paint: Paint, width: Int) {
        har = explanation
        self.paint = paint
        self.width = max(40, width)
    }

    /// Fetches that are blocked for one reason.
    private struct Group {
        var key: [String]
        var members: [FetchExplanation]
    }

    /// The lines: the counts, what is wrong, one cause after the other, and the fetches with which nothing is wrong.
    package var lines: [String] {
        var lines = Wrap.paragraph(counts, indent: 0, width: width) + [""]
        for group in groups(har.fetches.filter { $0.isBlocked != false }) {
            guard let first = group.members.first else { continue }
            lines += FetchText(first, paint: paint, width: width).lines
            let others = group.members.dropFirst().map(Self.address)
            if !others.isEmpty {
                let rest = others.count - Self.shownAlike
                lines += Labelled.lines(
                    "as well",
                    others.prefix(Self.shownAlike).joined(separator: ", ")
                        + (rest > 0 ? " and \(rest) more" : ""), width: width)
            }
            lines.append("")
        }
        let readable = har.fetches.filter { $0.isBlocked == false }
        lines += readable.prefix(Self.shownReadable).map {
            paint.good("READABLE") + "  " + Visible.text(Self.address($0))
        }
        if readable.count > Self.shownReadable {
            lines.append("          and \(readable.count - Self.shownReadable) more")
        }
        if har.fetches.isEmpty {
            lines.append("There is no cross-origin fetch to judge: nothing here needs CORS.")
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func address(_ fetch: FetchExplanation) -> String {
        "\(fetch.request.method.text) \(fetch.request.url)"
    }

    private func groups(_ fetches: [FetchExplanation]) -> [Group] {
        var groups: [Group] = []
        for fetch in fetches {
            let key = Self.key(fetch)
            if let index = groups.firstIndex(where: { $0.key == key }) {
                groups[index].members.append(fetch)
            } else {
                groups.append(Group(key: key, members: [fetch]))
            }
        }
        return groups
    }

    /// What fetches have in common that are told of once: the page, the server, what is wrong.
    private static func key(_ fetch: FetchExplanation) -> [String] {
        let place = [fetch.request.origin.text, AddressParts(fetch.request.url).origin]
        guard case .judged(let judgements) = fetch.ending else { return place + [address(fetch)] }
        return place + [judgements.standard.verdict.reason ?? "", fetch.finding?.cause?.id ?? ""]
    }

    private var counts: String {
        let blocked = har.fetches.count { $0.isBlocked == true }
        let readable = har.fetches.count { $0.isBlocked == false }
        let open = har.fetches.count - blocked - readable
        let parts: [(Int, String)] = [
            (har.pairedPreflights, "with a preflight of their own"), (har.lonePreflights, "preflights alone"),
            (har.followedRedirects, "requests that follow a redirect"), (har.sameOrigin, "same-origin"),
            (har.withoutOrigin, "without an Origin"), (har.otherKinds, "that no script fetches"),
            (har.leftOut, "left out by the options"),
        ]
        let others = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let unknown = open > 0 ? ", \(open) without a recorded answer" : ""
        let fetches = "\(Count.of(har.fetches.count, "cross-origin fetch", plural: "cross-origin fetches"))"
        return "\(Count.of(har.entryCount, "entry", plural: "entries")): \(fetches) judged (\(readable) readable, "
            + "\(blocked) blocked\(unknown))" + others.map { ", \($0)" }.joined() + "."
    }
}
