/// What a report says of a target.
package struct TargetDescription: Sendable, Hashable {
    /// How the target is reached.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case inProcess = "in-process"
        case builtin
        case url
        case launch
        case adapter
    }

    /// How the target is reached.
    package var kind: Kind
    /// The implementation's name.
    package var name: String
    /// The implementation's version, if it says.
    package var version: String?
    /// Where the implementation lives, if it says.
    package var homepage: String?
    /// Where the implementation's issues are kept, if it says.
    package var issues: String?
    /// The URL or the command, where there is one.
    package var location: String?
    /// The origin that stands for the target in URLs, such as `https://api.example.com`.
    package var origin: String

    /// Makes a description.
    package init(kind: Kind, name: String, version: String? = nil, location: String? = nil, origin: String) {
        self.kind = kind
        self.name = name
        self.version = version
        self.location = location
        self.origin = origin
    }
}
