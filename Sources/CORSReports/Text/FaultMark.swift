import CORSRunner
import CORSVocabulary

/// Which bytes of a response are at fault.
struct FaultMark {
    /// The finding that they show.
    let finding: Finding

    /// Says whether the status is what is at fault.
    func marksStatus(_ response: HTTPResponse) -> Bool {
        finding.field == nil && finding.actual.contains(String(response.status))
    }

    /// Returns the bytes of a header's value that are at fault, or nil if another header is.
    func range(of field: HeaderField, in exchange: RecordedExchange) -> Range<Int>? {
        guard field.name == finding.field else { return nil }
        let value = field.value.bytes
        let origins = exchange.request.headers.values(.origin)
        let isOnlyLine = exchange.response?.headers.values(field.name).count == 1
        guard case .grantBlocked = finding.kind, field.name == .accessControlAllowOrigin, isOnlyLine,
            let origin = origins.first?.bytes, origins.count == 1
        else { return value.indices }
        return Self.difference(value, from: origin) ?? value.indices
    }

    /// Returns what a value has that the right one has not, between the beginning and the end that they share.
    private static func difference(_ value: [UInt8], from right: [UInt8]) -> Range<Int>? {
        let shorter = min(value.count, right.count)
        var start = 0
        while start < shorter, value[start] == right[start] { start += 1 }
        var end = 0
        while end < shorter - start, value[value.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
        let range = start..<(value.count - end)
        return range.isEmpty ? nil : range
    }
}
