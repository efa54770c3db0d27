import CORSRunner

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What day it is.
enum Clock {
    private static let secondsOfDay = 86_400.0

    /// Returns the day by UTC.
    static func today() -> CalendarDate {
        CalendarDate(daysSince1970: Int((Date().timeIntervalSince1970 / secondsOfDay).rounded(.down)))
    }
}
