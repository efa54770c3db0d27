import CORSVocabulary
import StrictJSON

/// Reads header lines up to a blank line.
enum HeaderLines {
    /// Adds a line to a list.
    ///
    /// One space after the colon belongs to the syntax, all others to the value. A line that begins with a space goes on
    /// with the value before it.
    ///
    /// - Returns: Whether it is a header line.
    static func add(_ line: ArraySlice<UInt8>, to headers: inout HeaderList) -> Bool {
        if let first = line.first, first == 0x20 || first == 0x09, let last = headers.fields.last {
            headers.fields[headers.fields.count - 1].value = FieldValue(
                last.value.bytes + [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 })
            return true
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), ASCII.isToken(line[..<colon]) else { return false }
        var value = line[(colon + 1)...]
        if value.first == 0x20 { value = value.dropFirst() }
        headers.append(FieldName(unchecked: Array(line[..<colon])), FieldValue(Array(value)))
        return true
    }
}
