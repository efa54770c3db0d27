import CORSFixtures
import CORSRunner
import CORSVocabulary

/// Routes on the command line: `NAME=PATH`, and after a space the methods that it has.
enum RouteOption {
    /// Reads every `--route`.
    ///
    /// - Throws: `UsageError` for an unknown name, a path that is none, a method that is none, or a route given twice.
    static func places(_ parsed: ParsedArguments) throws -> [Route: Routes.Place] {
        var places: [Route: Routes.Place] = [:]
        for text in parsed.all("--route") {
            let (route, place) = try place(text)
            guard places.updateValue(place, forKey: route) == nil else {
                throw UsageError("--route names \(route.rawValue) twice", help: Command.run.helpLine)
            }
        }
        return places
    }

    private static func place(_ text: String) throws -> (Route, Routes.Place) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let names = Route.allCases.map(\.rawValue)
        guard parts.count == 2 else {
            throw UsageError(
                "--route takes NAME=PATH, such as --route 'protected=/me', not \"\(text)\"",
                help: Command.run.helpLine)
        }
        guard let route = Route(rawValue: parts[0]) else {
            throw UsageError(
                "--route knows no route \"\(parts[0])\"; accepted: \(names.joined(separator: ", "))", near: parts[0],
                in: names, help: Command.run.helpLine)
        }
        let words = parts[1].split(separator: " ").map(String.init)
        guard let path = words.first, words.count <= 2, path.hasPrefix("/"), !path.contains("#"),
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw UsageError(
                "\"\(parts[1])\" in --route is no path: it begins with a slash, is percent-encoded, has no fragment, "
                    + "and may be followed by a space and methods: '/items GET,POST'",
                help: Command.run.helpLine)
        }
        return (route, Routes.Place(path, methods: words.count == 2 ? try methods(words[1]) : nil))
    }

    private static func methods(_ text: String) throws -> Set<Method> {
        Set(
            try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
                guard let method = Method(String(name)) else {
                    throw UsageError(
                        "\"\(name)\" in --route is no method; write them with commas: GET,POST",
                        help: Command.run.helpLine)
                }
                return method
            })
    }
}
