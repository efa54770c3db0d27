import CORSExplanation
import CORSRunner
import CORSVocabulary
import FetchModel
import Testing

@Suite("What a transcript says of a page's fetch")
struct TranscriptFetchTests {
    private static let app = PageOptions(origin: Origin("https://app.example.com"))
    private static let granted = "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.example.com\n\n"

    /// A command, and the fetch that it stands for: method, address, headers, credentials.
    @Test(arguments: [
        ("https://b.example/x", "GET https://b.example/x [] same-origin"),
        ("-b a=b https://b.example/x", "GET https://b.example/x [] include"),
        ("--cookie=a=b https://b.example/x", "GET https://b.example/x [] include"),
        ("-u me:secret https://b.example/x", "GET https://b.example/x [] include"),
        ("https://me:secret@b.example/x", "GET https://b.example/x [] include"),
        ("-sSiXPUT https://b.example/x", "PUT https://b.example/x [] same-origin"),
        ("--json '{}' --url https://b.example", "POST https://b.example/ [Content-Type] same-origin"),
        ("-H 'Authorization: Bearer t' b.example", "GET http://b.example/ [Authorization] same-origin"),
        ("-A me -e http://r.example -o /dev/null b.example", "GET http://b.example/ [] same-origin"),
        ("-H 'User-Agent: x' -H 'sec-ch-ua: y' -H 'X-A: 1' b.example", "GET http://b.example/ [X-A] same-origin"),
        ("-H 'X-A;' -H 'X-B:' b.example", "GET http://b.example/ [X-A] same-origin"),
    ])
    func `A command tells what was asked`(arguments: String, fetch: String) throws {
        let request = try Explained("$ curl -i \(arguments)\n\(Self.granted)", page: Self.app).explanation.request
        let names = request.headers.fields.map(\.name.text).joined(separator: ", ")
        #expect("\(request.method.text) \(request.url) [\(names)] \(request.credentials.rawValue)" == fetch)
    }

    @Test
    func `Options override what the transcript says`() throws {
        var page = Self.app
        page.url = "https://c.example/y"
        page.method = "PATCH"
        page.headers = [HeaderField("X-A", "2")]
        page.credentials = .omit
        let transcript = "$ curl -i -b a=b -H 'Origin: https://o.example' -H 'X-A: 1' https://b.example/x\n"
        let request = try Explained(transcript + Self.granted, page: page).explanation.request
        #expect(request.origin.text == "https://app.example.com")
        #expect(request.url == "https://c.example/y")
        #expect(request.method == .patch)
        #expect(request.headers.first("X-A") == "2")
        #expect(request.credentials == .omit)
    }

    @Test
    func `A preflight that is due and missing is told with its command, and taken to pass`() throws {
        let command = "$ curl -i -X PUT -H 'X-A: 1' -H 'Origin: https://app.example.com' https://b.example/x\n"
        let explained = try Explained(command + Self.granted)
        #expect(explained.outcome == "readable")
        #expect(explained.explanation.assumesPreflight)
        #expect(explained.text.contains("lets the page read the answer, provided that the preflight"))
        #expect(
            explained.text.contains(
                "curl -i -X OPTIONS -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: PUT' "
                    + "-H 'Access-Control-Request-Headers: x-a' https://b.example/x\n"))
    }

    @Test
    func `A preflight alone is judged, and what is missing is said`() throws {
        let command =
            "$ curl -i -X OPTIONS -H 'Origin: https://app.example.com' "
            + "-H 'Access-Control-Request-Method: PUT' https://b.example/x\n"
        let methods = "\nAccess-Control-Allow-Methods: PUT\n\n"
        let explained = try Explained(command + Self.granted.replacing("\n\n", with: methods))
        #expect(explained.outcome == nil)
        #expect(explained.text.hasPrefix("SO FAR    Nothing is wrong, but an answer is missing.\n"))
        let refused = try Explained(command + Self.granted)
        #expect(refused.cause == "methods-missing")
    }

    @Test
    func `Heads alone are told apart by what they say`() throws {
        var page = Self.app
        page.method = .put
        let preflight =
            "HTTP/1.1 204\nAccess-Control-Allow-Origin: https://app.example.com\n"
            + "Access-Control-Allow-Methods: PUT\n\n"
        #expect(try Explained(preflight, page: page).outcome == nil)
        #expect(try Explained(preflight + Self.granted, page: page).outcome == "readable")
        #expect(try Explained(Self.granted, page: page).explanation.assumesPreflight)
    }

    @Test
    func `A preflight that is not the browser's is told with the browser's`() throws {
        let text = try Explained(
            "$ curl -i -X OPTIONS -H 'Origin: https://app.example.com' https://b.example/x\nHTTP/1.1 204\n\n"
                + "$ curl -i -X PUT -H 'Origin: https://app.example.com' https://b.example/x\n" + Self.granted
        ).text
        #expect(text.contains("note      The preflight of the transcript is not the one that a browser sends"))
        #expect(text.contains("-H 'Access-Control-Request-Method: PUT' https://b.example/x"))
    }

    @Test
    func `A request without an Origin line is no proof that the grant is missing`() throws {
        let explained = try Explained("$ curl -i https://b.example/x\nHTTP/1.1 200 OK\nA: 1\n\n", page: Self.app)
        #expect(explained.cause == "origin-not-sent")
        #expect(explained.text.contains("curl -i -H 'Origin: https://app.example.com' https://b.example/x"))
    }

    @Test(arguments: [
        ("https://app.example.com/x", "CORS does not come into it", true),
        ("http://b.example/x", "as mixed content", true), ("http://localhost:8000/x", "as mixed content", false),
        ("https://b.example/x", "as mixed content", false),
    ])
    func `What keeps CORS out is told`(url: String, words: String, isSaid: Bool) throws {
        let explained = try Explained("$ curl -i \(url)\n\(Self.granted)", page: Self.app)
        #expect(explained.explanation.notes.contains { $0.text.contains(words) } == isSaid)
    }

    @Test
    func `A request that is not shown is told to be the browser's`() throws {
        let text = try Explained("HTTP/1.1 200 OK\nA: 1\n\n", page: Self.app).text
        #expect(text.contains("note      The transcript does not show the request; the lines after > are those that"))
        #expect(text.contains("note      The address is not known; https://api.example/ stands for it."))
    }

    @Test
    func `A readable answer that credentials would block is told of`() throws {
        let command = "$ curl -i -H 'Origin: https://app.example.com' https://b.example/x\n"
        let star = "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nX-A: 1\nContent-Type: text/plain\n\n"
        let text = try Explained(command + star).text
        #expect(text.contains("If the page fetches with credentials, a browser blocks it"))
        #expect(text.contains("script    sees the status 200, the body and the headers content-type.\n"))
        #expect(text.contains("hidden    x-a: "))
        var page = PageOptions()
        page.credentials = .omit
        #expect(!(try Explained(command + star, page: page).text.contains("with credentials, a browser blocks it")))
    }

    @Test
    func `Redirects are followed as a browser follows them`() throws {
        let first =
            "$ curl -iL -H 'Origin: https://app.example.com' https://b.example/x\nHTTP/1.1 302 Found\n"
            + "Location: https://c.example/y\nAccess-Control-Allow-Origin: https://app.example.com\n\n"
        // Another server after a redirect of another: the origin is null from there.
        let blocked = try Explained(first + Self.granted)
        #expect(blocked.outcome == "blocked")
        #expect(blocked.explanation.exchanges.count == 2)
        #expect(blocked.cause == "redirects-elsewhere")
        let readable = try Explained(first + "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n\n")
        #expect(readable.outcome == "readable")
        let missing = try Explained(first)
        #expect(missing.text.contains("https://c.example/y, whose answer is not known."))
    }

    @Test
    func `Secrets are hidden wherever they stand`() throws {
        let text = try Explained(
            """
            > PUT /x HTTP/1.1
            > Host: b.example
            > Origin: https://app.example.com
            > Authorization: Bearer hunter2
            > Cookie: s=hunter2
            > Proxy-Authorization: Basic hunter2
            >
            < HTTP/1.1 200 OK
            < Set-Cookie: s=hunter2
            < Access-Control-Allow-Origin: *
            <
            """
        ).text
        #expect(!text.contains("hunter2"))
        #expect(text.contains("  > Authorization: ***\n"))
        #expect(text.contains("  < Set-Cookie: ***\n"))
    }
}
