import Hummingbird

extension CORS.AllowOriginExtended {
    /// Returns `oneOf` with a list that is known at run time: the middleware takes its origins as separate arguments.
    ///
    /// - Parameter list: At most eight origins.
    /// - Throws: `SettingsError` if there are more.
    static func oneOf(list: [String]) throws(SettingsError) -> Self {
        func at(_ place: Int) -> String { list[place] }
        switch list.count {
        case 0: return .none
        case 1: return .oneOf(at(0))
        case 2: return .oneOf(at(0), at(1))
        case 3: return .oneOf(at(0), at(1), at(2))
        case 4: return .oneOf(at(0), at(1), at(2), at(3))
        case 5: return .oneOf(at(0), at(1), at(2), at(3), at(4))
        case 6: return .oneOf(at(0), at(1), at(2), at(3), at(4), at(5))
        case 7: return .oneOf(at(0), at(1), at(2), at(3), at(4), at(5), at(6))
        case 8: return .oneOf(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7))
        default: throw SettingsError("oneOf takes its origins as separate arguments; here eight at most")
        }
    }
}
