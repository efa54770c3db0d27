import CORSFixtures
import StrictJSON

/// Reads a configuration file strictly.
///
/// Every option of `corspec run` has a member: its name without the dashes before it, the others as `_`.
struct ConfigReader {
    private let diagnostics: Diagnostics
    private let folder: ConfigFolder

    /// Reads a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - diagnostics: Where every error is reported.
    /// - Returns: The configuration, or nil after an error.
    static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> ConfigFile? {
        let reader = ConfigReader(diagnostics: diagnostics, folder: ConfigFolder(of: diagnostics.file))
        guard let node = JSONReader.read(bytes, what: "configuration", into: diagnostics) else { return nil }
        let file = reader.file(node)
        return diagnostics.hasErrors ? nil : file
    }

    /// The member of an option.
    static func member(of option: OptionSpec) -> String {
        option.name.dropFirst(2).split(separator: "-", omittingEmptySubsequences: false).joined(separator: "_")
    }

    private static let ownMembers = ["corspec_config", "target", "routes", "reports", "paths", "$schema", "comment"]

    /// The options that a file may state.
    static var options: [OptionSpec] { RunOptions.all.filter { $0.name != "--config" } }

    private func file(_ node: JSONNode) -> ConfigFile? {
        let accepted = Self.ownMembers + Self.options.map(Self.member)
        guard let object = ObjectReader(node, what: "the configuration", accepted: accepted, into: diagnostics)
        else { return nil }
        _ = object.string("$schema")
        _ = object.string("comment")
        if object.required("corspec_config") != nil, let format = object.integer("corspec_config"),
            format != ConfigFile.format
        {
            diagnostics.error(
                "\"corspec_config\" is \(format); this corspec reads format \(ConfigFile.format)",
                at: object.optional("corspec_config")?.position)
        }
        var options = ConfiguredOptions()
        for option in Self.options { read(option, of: object, into: &options) }
        readTarget(object, into: &options)
        readRoutes(object, into: &options)
        readReports(object, into: &options)
        let paths = (object.list("paths") ?? []).compactMap(path)
        if let node = object.optional("paths"), case .array(let nodes) = node.value, nodes.isEmpty {
            diagnostics.error("\"paths\" names none; leave it out", at: node.position)
        }
        return ConfigFile(file: diagnostics.file, options: options, paths: paths)
    }

    /// Reads the member of an option, if it is there.
    private func read(_ option: OptionSpec, of object: ObjectReader, into options: inout ConfiguredOptions) {
        let member = Self.member(of: option)
        guard let node = object.optional(member) else { return }
        var values: [String] = []
        if option.value == nil {
            guard object.bool(member) == true else { return }
        } else if option.value == "N" || option.value == "SECONDS" {
            guard case .number(let text) = node.value else {
                diagnostics.error("\"\(member)\" must be a number, not \(node.value.kind)", at: node.position)
                return
            }
            values = [text]
        } else if option.repeats, case .array = node.value {
            values = (object.strings(member) ?? []).map(\.text)
        } else {
            guard let text = object.string(member) else { return }
            values = [text]
        }
        if values.contains("") { diagnostics.error("\"\(member)\" has an empty value", at: node.position) }
        options.add(option.name, values.map { folder.resolve($0, of: option) }, at: node.position)
    }
}

// MARK: - Members of their own

extension ConfigReader {
    private func readTarget(_ object: ObjectReader, into options: inout ConfiguredOptions) {
        guard let node = object.optional("target") else { return }
        let known = Self.options.filter { ConfigFile.targets.contains($0.name) }
        let names = known.map(Self.member)
        guard let target = ObjectReader(node, what: "the target", accepted: names, into: diagnostics) else { return }
        guard known.count(where: { target.optional(Self.member(of: $0)) != nil }) == 1 else {
            diagnostics.error("\"target\" names one of: \(names.joined(separator: ", "))", at: node.position)
            return
        }
        for option in known where target.optional(Self.member(of: option)) != nil {
            if options.values[option.name] != nil {
                diagnostics.error("\"\(Self.member(of: option))\" stands beside \"target\" as well", at: node.position)
            }
            read(option, of: target, into: &options)
        }
    }

    private func readRoutes(_ object: ObjectReader, into options: inout ConfiguredOptions) {
        guard let node = object.optional("routes") else { return }
        let names = Route.allCases.map(\.rawValue)
        guard let routes = ObjectReader(node, what: "\"routes\"", accepted: names, into: diagnostics) else { return }
        for name in names {
            guard let path = routes.string(name) else { continue }
            options.add("--route", ["\(name)=\(path)"], at: node.position)
        }
    }

    private func readReports(_ object: ObjectReader, into options: inout ConfiguredOptions) {
        guard let node = object.optional("reports") else { return }
        let names = RunOutputs.Format.allCases.map(\.rawValue)
        guard let reports = ObjectReader(node, what: "\"reports\"", accepted: names, into: diagnostics),
            let option = Self.options.first(where: { $0.name == "--report" })
        else { return }
        for name in names {
            guard let file = reports.string(name) else { continue }
            options.add("--report", [folder.resolve("\(name)=\(file)", of: option)], at: node.position)
        }
    }

    /// The options that a path may have of its own.
    private static let ofPath = ["--policy", "--environment", "--auth"]

    private func path(_ node: JSONNode) -> ConfigPath? {
        let own = Self.options.filter { Self.ofPath.contains($0.name) }
        let accepted = ["path", "name", "routes", "comment"] + own.map(Self.member)
        guard let object = ObjectReader(node, what: "the path", accepted: accepted, into: diagnostics) else {
            return nil
        }
        var options = ConfiguredOptions()
        for option in own { read(option, of: object, into: &options) }
        readRoutes(object, into: &options)
        _ = object.string("comment")
        let name = object.string("name")
        guard let place = object.required("path"), let path = object.string("path") else { return nil }
        if !path.hasPrefix("/") {
            diagnostics.error("\"\(path)\" in \"path\" is no path: it begins with a slash", at: place.position)
        }
        return ConfigPath(path: path, name: name, options: options, position: node.position)
    }
}
