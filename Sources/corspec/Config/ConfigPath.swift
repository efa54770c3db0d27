import StrictJSON

/// A path of a configuration file, with what it has of its own.
struct ConfigPath {
    /// The path, and after a space maybe the methods that it has.
    var path: String
    /// The name of its policy in reports, or nil for the policy's own.
    var name: String?
    /// The options of its own.
    var options: ConfiguredOptions
    /// Where it stands.
    var position: SourcePosition

    /// Returns its options over those of the whole run; routes that both name are its own.
    func options(over common: ConfiguredOptions, url: String?) -> ConfiguredOptions {
        var whole = common
        let own = options.values["--route"] ?? []
        func route(_ text: String) -> Substring { text.prefix { $0 != "=" } }
        let named = Set(own.map(route) + ["open"])
        let shared = (common.values["--route"] ?? []).filter { !named.contains(route($0)) }
        if let url {
            let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
            let bare = path.prefix { $0 != " " }
            whole.set("--url", ["\(url[..<start])\(url[start...].prefix { $0 != "/" })\(bare)"], at: position)
        }
        for (option, values) in options.values { whole.set(option, values, at: options.places[option] ?? position) }
        if options.values["--policy"] != nil, options.values["--environment"] == nil { whole.remove(["--environment"]) }
        whole.set("--route", ["open=\(path)"] + own + shared, at: options.places["--route"] ?? position)
        return whole
    }
}
