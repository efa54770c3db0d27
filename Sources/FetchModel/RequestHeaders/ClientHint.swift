import CORSVocabulary

/// Client hints that Chromium takes for safelisted.
///
/// https://wicg.github.io/client-hints-infrastructure/#client-hints-list
enum ClientHint {
    private static let connectionTypes = ["slow-2g", "2g", "3g", "4g"]

    /// The hints that need no preflight after a redirect, in lower case.
    static let unjudgedAfterRedirect: Set<[UInt8]> = Set(
        ["device-memory", "dpr", "downlink", "ect", "rtt", "viewport-width", "width"].map { Array($0.utf8) })

    /// Says whether a header is a hint with a valid value.
    static func isSafelisted(_ name: FieldName, _ value: ArraySlice<UInt8>) -> Bool {
        switch name {
        case "Device-Memory", "DPR", "Downlink": isDecimal(value)
        case "Width", "Viewport-Width", "RTT": isNumber(value)
        case "Save-Data": value.map(ASCII.lower).elementsEqual("on".utf8)
        case "ECT": connectionTypes.contains(Latin1.text(value))
        case "Intervention": true
        default: false
        }
    }

    private static func isNumber(_ value: ArraySlice<UInt8>) -> Bool {
        !value.isEmpty && value.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Says whether a value is digits, or digits on both sides of a point.
    private static func isDecimal(_ value: ArraySlice<UInt8>) -> Bool {
        let parts = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy(isNumber)
    }
}
