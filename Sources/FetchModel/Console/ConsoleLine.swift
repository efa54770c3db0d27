import CORSVocabulary

/// The line that a browser's console shows for a blocked fetch.
package enum ConsoleLine {
    /// What begins the texts about a preflight's access control check.
    static let check = "Response to preflight request doesn't pass access control check: "

    /// Returns Chromium's line for a fetch that was not redirected.
    ///
    /// The words are those of Chromium 156.
    package static func chromium(_ failure: Failure, request: FetchRequest) -> String? {
        "Access to fetch at '\(request.url)' from origin '\(request.origin.text)' has been blocked by CORS policy: "
            + chromium(failure)
    }

    /// Returns what Chromium says of a step that failed.
    static func chromium(_ failure: Failure) -> String {
        (isOfCheck(failure.reason) && failure.isPreflight ? check : "") + text(failure)
    }

    /// Says whether a step is told of as part of the access control check.
    private static func isOfCheck(_ reason: BlockReason) -> Bool {
        switch reason {
        case .allowOriginMissing, .allowOriginMultiple, .allowOriginWildcardWithCredentials, .allowOriginMismatch,
            .allowCredentialsNotTrue, .preflightStatus:
            true
        case .allowMethodsInvalid, .allowHeadersInvalid, .methodNotAllowed, .headerNotAllowed: false
        }
    }

    private static func text(_ failure: Failure) -> String {
        let value = escaped(failure.value)
        let remedy = "Have the server send the header with a valid value."
        switch failure.reason {
        case .allowOriginMissing:
            return "No 'Access-Control-Allow-Origin' header is present on the requested resource."
        case .allowOriginMultiple:
            return
                "The 'Access-Control-Allow-Origin' header contains multiple values '\(value)', but only one is allowed. "
                + remedy
        case .allowOriginWildcardWithCredentials:
            return
                "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when "
                + "the request's credentials mode is 'include'."
        case .allowOriginMismatch:
            let isURL = failure.value.elementsEqual("null".utf8) || URLParser.parse(failure.value) != nil
            return isURL
                ? "The 'Access-Control-Allow-Origin' header has a value '\(value)' that is not equal to the supplied "
                    + "origin. \(remedy)"
                : "The 'Access-Control-Allow-Origin' header contains the invalid value '\(value)'. \(remedy)"
        case .allowCredentialsNotTrue:
            return
                "The value of the 'Access-Control-Allow-Credentials' header in the response is '\(value)' which must be "
                + "'true' when the request's credentials mode is 'include'."
        case .preflightStatus: return "It does not have HTTP ok status."
        case .allowMethodsInvalid:
            return "Cannot parse Access-Control-Allow-Methods response header field in preflight response."
        case .allowHeadersInvalid:
            return "Cannot parse Access-Control-Allow-Headers response header field in preflight response."
        case .methodNotAllowed:
            return "Method \(value) is not allowed by Access-Control-Allow-Methods in preflight response."
        case .headerNotAllowed:
            return "Request header field \(value) is not allowed by Access-Control-Allow-Headers in preflight response."
        }
    }

    /// Returns a value as the console prints it: control characters and what is not ASCII are escaped.
    private static func escaped(_ bytes: [UInt8]) -> String {
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return Latin1.text(bytes) }
        return bytes.map { byte in
            guard byte < 0x20 || byte >= 0x7F else { return Latin1.text([byte]) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
