import CORSVocabulary

/// An answer with status 204 has no body, and announces none.
///
/// https://www.rfc-editor.org/rfc/rfc9110.html#name-204-no-content
enum NoContentRule {
    /// Returns what is wrong with an answer; a length of 0 is not.
    static func findings(_ response: HTTPResponse, at index: Int) -> [Finding] {
        guard response.status == 204, let field = announcement(response.headers) else { return [] }
        return [
            Finding(
                kind: .bodyWithoutContent, severity: .hazard,
                message: "An answer with status 204 announces a body: some browsers and proxies wait for it.",
                expected: "no Content-Length above 0 and no Transfer-Encoding beside status 204",
                actual: HeaderText.line(field, in: response), section: .httpResponses, exchange: index, field: field)
        ]
    }

    private static func announcement(_ headers: HeaderList) -> FieldName? {
        if headers.contains("Transfer-Encoding") { return "Transfer-Encoding" }
        let lengths = headers.values("Content-Length").map { Latin1.text(HeaderText.trim($0.bytes[...])) }
        return lengths.allSatisfy { $0 == "0" } ? nil : "Content-Length"
    }
}
