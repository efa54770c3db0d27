import StrictJSON

/// Options that a configuration file states, with their places.
struct ConfiguredOptions {
    /// The values by the option's name; a flag that is on has none.
    private(set) var values: [String: [String]] = [:]
    /// Where each option stands.
    private(set) var places: [String: SourcePosition] = [:]

    /// States an option, in place of what was stated of it before.
    mutating func set(_ option: String, _ given: [String], at place: SourcePosition) {
        values[option] = given
        places[option] = place
    }

    /// States further values of an option that repeats.
    mutating func add(_ option: String, _ given: [String], at place: SourcePosition) {
        values[option, default: []] += given
        if places[option] == nil { places[option] = place }
    }

    /// Takes options away.
    mutating func remove(_ options: [String]) {
        for option in options {
            values[option] = nil
            places[option] = nil
        }
    }
}
