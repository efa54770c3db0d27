import HTTPTypes
import Hummingbird

/// The routes that corspec asks for.
struct Routes {
    /// The methods that are routed, beside those of the settings; others are 404 to a router.
    private static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    private let methods: [HTTPRequest.Method]
    private let exposed: HTTPFields

    /// Takes settings, for the headers that they expose.
    init(_ settings: Settings) {
        let listed = settings.allowMethods.filter { $0 != "*" && !Self.methods.contains($0) }
        methods = (Self.methods + listed).compactMap { .init($0) }
        var fields: HTTPFields = [:]
        for name in settings.exposeHeaders where name != "*" {
            if let name = HTTPField.Name(name) { fields[name] = "corspec" }
        }
        exposed = fields
    }

    /// Adds the routes to a router, behind the middlewares that it has.
    func add(to router: Router<BasicRequestContext>) {
        for method in methods {
            router.on("/open", method: method) { [exposed] _, _ in answer("open\n", exposed) }
            router.on("/protected", method: method) { [exposed] request, _ in
                guard Authentication.isGood(request) else { throw Authentication.failure }
                return answer("protected\n", exposed)
            }
            router.on("/failing", method: method) { _, _ -> Response in
                throw HTTPError(.internalServerError, message: "this route fails")
            }
        }
    }
}

private func answer(_ text: String, _ headers: HTTPFields) -> Response {
    Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
}
