package import CORSRunner
package import CORSVocabulary

/// The command that sends a request again.
package enum CurlCommand {
    /// Writes the command, and before it what its address stands for where the target has none.
    package static func lines(_ request: HTTPRequest, target: TargetDescription) -> [String] {
        guard target.kind != .url else {
            return [(words(request) + [Shell.quoted(target.origin + request.path)]).joined(separator: " ")]
        }
        let address = "\"$URL\"" + Shell.quoted(request.path)
        return ["against the same server over HTTP:", (words(request) + [address]).joined(separator: " ")]
    }

    /// The words before the address.
    private static func words(_ request: HTTPRequest) -> [String] {
        var words = ["curl -i"]
        if request.path.contains("/.") { words.append("--path-as-is") }
        if request.method == .head {
            words.append("--head")
        } else if request.method != .get {
            words.append("-X \(Shell.quoted(request.method.bytes))")
        }
        for field in request.headers.fields where field.name != "Host" {
            // curl takes a header without a value for one to drop, unless it ends with a semicolon.
            let line = field.name.bytes + (field.value.bytes.isEmpty ? Array(";".utf8) : Array(": ".utf8))
            words.append("-H " + (Secrets.isHidden(field) ? variable(field) : Shell.quoted(line + field.value.bytes)))
        }
        return words
    }

    /// A header line whose value is hidden: the shell puts it in.
    private static func variable(_ field: HeaderField) -> String {
        let isUsual = field.name == .authorization || field.name == .cookie
        let name =
            isUsual
            ? "AUTH"
            : field.name.text.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }.reduce("") { $0 + String($1) }
        return "\"\(field.name.text): $CORSPEC_\(name)\""
    }
}
