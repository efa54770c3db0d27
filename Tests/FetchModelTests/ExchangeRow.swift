import CORSVocabulary
import FetchModel
import Foundation
import Testing

/// One row of a table: an exchange, and what a browser does with it.
struct ExchangeRow: Decodable, Sendable, CustomTestStringConvertible {
    struct Request: Decodable, Sendable {
        struct Body: Decodable, Sendable {
            var kind: String
            var type: String?

            var value: RequestBody {
                get throws {
                    switch kind {
                    case "string": RequestBody(.string)
                    case "urlencoded": RequestBody(.urlencoded)
                    case "formdata": RequestBody(.formData)
                    case "blob": RequestBody(.blob(type: FieldValue(type ?? "")))
                    case "arraybuffer": RequestBody(.bytes)
                    default: RequestBody(try #require(kind == "stream" ? .stream : nil))
                    }
                }
            }
        }

        var origin: String
        var url: String
        var method: String
        var headers: [[String]]
        var credentials: String
        var redirect: String?
        var useCorsPreflight: Bool?
        var body: Body?
        var impliedContentType: String?

        var value: FetchRequest {
            get throws {
                var body = try body?.value
                if let type = impliedContentType {
                    body = body ?? RequestBody(.bytes)
                    body?.impliedContentType = FieldValue(type)
                }
                return FetchRequest(
                    origin: Origin(origin), url: url, method: try #require(Method(method)),
                    headers: headerList(headers), credentials: try #require(CredentialsMode(rawValue: credentials)),
                    redirect: try #require(RedirectMode(rawValue: redirect ?? "follow")), body: body,
                    usesCORSPreflight: useCorsPreflight ?? false)
            }
        }
    }

    struct Response: Decodable, Sendable {
        var status: Int
        var headers: [[String]]

        var value: HTTPResponse { HTTPResponse(status: status, headers: headerList(headers)) }
    }

    struct Redirect: Decodable, Sendable {
        var url: String
        var preflightResponse: Response?
        var response: Response?

        var value: Hop { Hop(url: url, preflightResponse: preflightResponse?.value, response: response?.value) }
    }

    var row: Int
    var request: Request
    var preflightResponse: Response?
    var response: Response?
    var redirects: [Redirect]?
    var preflights: Int
    var outcome: String
    var reason: String?
    var exposed: [String]?
    var requestedHeaders: String?

    var testDescription: String { "row \(row)" }

    var exchange: Exchange {
        get throws {
            Exchange(
                request: try request.value, preflightResponse: preflightResponse?.value, response: response?.value,
                redirects: (redirects ?? []).map(\.value))
        }
    }
}

/// Makes a header list of pairs, one character a byte.
func headerList(_ pairs: [[String]]) -> HeaderList {
    HeaderList(pairs.map { HeaderField(FieldName(unchecked: Latin1.bytes($0[0]) ?? []), FieldValue($0[1])) })
}
