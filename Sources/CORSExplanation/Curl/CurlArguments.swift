import CORSVocabulary

/// What the arguments of a `curl` command say of its request.
struct CurlArguments {
    /// The address.
    private(set) var url: String?
    /// Whether a user's name and a password, or a netrc file, make an `Authorization` line.
    private(set) var hasUser = false
    /// Whether redirects are followed.
    private(set) var followsRedirects = false
    private var headers: HeaderList = [:]
    private var method: Method?
    private var hasBody = false
    private var isHead = false
    private var isUpload = false
    private var sendsBodyInURL = false

    /// Reads words; what is not known is passed over.
    init(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word.hasPrefix("--") {
                long(word, &rest)
            } else if word.hasPrefix("-"), word.count > 1 {
                short(word.dropFirst(), &rest)
            } else {
                address(word)
            }
        }
    }

    /// The request that the command makes, as far as its arguments tell.
    var request: ReadRequest {
        let implied: Method =
            isHead ? .head : isUpload ? .put : hasBody && !sendsBodyInURL ? .post : .get
        var request = ReadRequest(method: method ?? implied, url: url, headers: headers)
        request.hasUser = hasUser
        return request
    }

    private mutating func address(_ text: String) {
        guard url == nil else { return }
        var address = text.contains("://") ? text : "http://" + text
        // A user in the address is what --user says elsewhere; no page can fetch such an address.
        if let scheme = address.firstRange(of: "://") {
            let authority = address[scheme.upperBound...].prefix { !"/?#".contains($0) }
            if let at = authority.lastIndex(of: "@") {
                hasUser = true
                address = String(address[..<scheme.upperBound]) + address[address.index(after: at)...]
            }
            if !address[scheme.upperBound...].contains("/") { address += "/" }
        }
        url = address
    }

    private mutating func header(_ line: String) {
        // curl drops a line without a value, and sends one that ends with a semicolon empty.
        let text = line.hasSuffix(";") && !line.contains(":") ? String(line.dropLast()) + ":" : line
        var added: HeaderList = [:]
        guard HeaderLines.add(Array(text.utf8)[...], to: &added), let field = added.fields.first else { return }
        if field.value.bytes.isEmpty, text == line { return }
        headers.fields.append(field)
    }

    /// Takes in what an option says.
    private mutating func apply(_ option: CurlOption, _ value: String) {
        switch option {
        case .request: method = Method(value)
        case .header: header(value)
        case .user: hasUser = true
        case .bearer: headers.append(.authorization, FieldValue("Bearer \(value)"))
        case .cookie: headers.append(.cookie, FieldValue(value))
        case .data: hasBody = true
        case .json:
            hasBody = true
            headers.append(.contentType, "application/json")
        case .url: address(value)
        case .head: isHead = true
        case .get: sendsBodyInURL = true
        case .upload: isUpload = true
        case .location: followsRedirects = true
        case .otherValue, .otherFlag: break
        }
    }

    private mutating func long(_ word: String, _ rest: inout ArraySlice<String>) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let option = CurlOption(long: parts[0])
        // Only a value of its own word is curl's way; one behind an equals sign is often written.
        apply(option, parts.count > 1 ? parts[1] : option.takesValue ? rest.popFirst() ?? "" : "")
    }

    private mutating func short(_ letters: Substring, _ rest: inout ArraySlice<String>) {
        var letters = letters
        while let letter = letters.popFirst() {
            let option = CurlOption(short: letter)
            guard option.takesValue else {
                apply(option, "")
                continue
            }
            apply(option, letters.isEmpty ? rest.popFirst() ?? "" : String(letters))
            return
        }
    }
}
