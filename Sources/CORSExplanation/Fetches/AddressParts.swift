import CORSReports
import CORSRunner
import CORSVocabulary

/// An address, split where a request splits it.
struct AddressParts {
    /// The scheme, the host and the port.
    var origin: String
    /// The path and the query, without a fragment.
    var path: String

    /// Splits an absolute address.
    init(_ url: String) {
        let rest = url.firstRange(of: "://").map(\.upperBound) ?? url.startIndex
        let end = url[rest...].firstIndex { "/?#".contains($0) } ?? url.endIndex
        origin = String(url[..<end])
        let tail = url[end...].prefix { $0 != "#" }
        path = tail.hasPrefix("/") ? String(tail) : "/" + tail
    }

    /// Writes the command that sends a request to the address.
    func command(_ request: HTTPRequest) -> String {
        var addressed = request
        addressed.path = path
        let target = TargetDescription(kind: .url, name: "", origin: origin)
        return CurlCommand.lines(addressed, target: target).joined(separator: " ")
    }
}
