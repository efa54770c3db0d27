import PeerApplication

/// The server's command line.
struct Arguments {
    /// What is wrong with it.
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    /// The port to listen on.
    private(set) var port = 0
    /// The path of the policy's file.
    private(set) var policy = ""
    /// How CORSMiddleware is set up.
    private(set) var style = Style.careful
    /// Where the protected route is authenticated.
    private(set) var authentication = AuthenticationPlace.inside

    /// Reads the arguments behind the program's name.
    ///
    /// - Throws: `Invalid` for an option that is none, or a value that is not accepted.
    init(_ arguments: some Collection<String>) throws(Invalid) {
        var rest = Array(arguments)[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { throw Invalid(description: "\(name) needs a value") }
            switch name {
            case "--port": port = try Self.read(value, of: name) { Int($0) }
            case "--policy": policy = value
            case "--style": style = try Self.read(value, of: name) { Style(rawValue: $0) }
            case "--auth": authentication = try Self.read(value, of: name) { AuthenticationPlace(rawValue: $0) }
            default: throw Invalid(description: "there is no option \(name)")
            }
        }
        if policy.isEmpty { throw Invalid(description: "--policy FILE is missing") }
    }

    private static func read<Value>(_ text: String, of name: String, _ value: (String) -> Value?) throws(Invalid)
        -> Value
    {
        guard let value = value(text) else { throw Invalid(description: "\(name) does not take \(text)") }
        return value
    }
}
