import CORSRunner
import CORSVocabulary

/// The command that sends a request again.
enum CurlCommand {
    /// Writes the command; a target in the same process has no address, so `$URL` stands for the server's.
    static func text(_ request: HTTPRequest, target: TargetDescription) -> String {
        var words = ["curl -i"]
        if request.method == .head {
            words.append("--head")
        } else if request.method != .get {
            words.append("-X \(quoted(request.method.text))")
        }
        for field in request.headers.fields where field.name != "Host" {
            // curl drops a header without a value unless it ends with a semicolon.
            let line = field.value.bytes.isEmpty ? "\(field.name.text);" : "\(field.name.text): \(field.value.text)"
            words.append("-H \(quoted(line))")
        }
        let isAddressable = target.kind == .url || target.kind == .launch
        words.append(isAddressable ? quoted("\(target.origin)\(request.path)") : "\"$URL\(request.path)\"")
        return words.joined(separator: " ")
    }

    /// Quotes a word for the shell.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A && byte >= 0x41) || (byte >= 0x30 && byte <= 0x39)
                || "-_./:=@%+,".utf8.contains(byte)
        }
        if isPlain, !word.isEmpty { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
