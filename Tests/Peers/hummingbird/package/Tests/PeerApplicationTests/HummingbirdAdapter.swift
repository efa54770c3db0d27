import CORSPolicy
import CORSVocabulary
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PeerApplication

/// The application for corspec, without a socket: requests go to its router.
struct HummingbirdAdapter: CORSPolicyAdapter {
    let name = "Hummingbird"
    /// How CORSMiddleware is set up.
    var style = Style.careful

    func makeApplication(for policy: Policy) async throws -> any CORSApplication {
        do {
            return RoutedApplication(base: try buildApplication(Settings(policy), style: style))
        } catch let error as SettingsError {
            throw PolicyRefusal(error.description)
        }
    }
}

/// An application of Hummingbird whose router is asked.
private struct RoutedApplication<Base: ApplicationProtocol>: CORSApplication {
    /// A request that Hummingbird has no words for.
    struct Unspeakable: Error {
        let request: CORSVocabulary.HTTPRequest
    }

    let base: Base

    func respond(to request: CORSVocabulary.HTTPRequest) async throws -> CORSVocabulary.HTTPResponse {
        guard let method = HTTPTypes.HTTPRequest.Method(request.method.text) else {
            throw Unspeakable(request: request)
        }
        var fields = HTTPFields()
        for field in request.headers.fields {
            guard let name = HTTPField.Name(field.name.text) else { throw Unspeakable(request: request) }
            fields.append(HTTPField(name: name, value: field.value.text))
        }
        let sent = fields
        let response = try await base.test(.router) { client in
            try await client.executeRequest(uri: request.path, method: method, headers: sent, body: nil)
        }
        var headers: HeaderList = [:]
        for field in response.headers {
            headers.append(FieldName(unchecked: Array(field.name.rawName.utf8)), FieldValue(field.value))
        }
        return CORSVocabulary.HTTPResponse(status: response.status.code, headers: headers)
    }
}

extension Settings {
    /// Takes a policy of corspec.
    init(_ policy: Policy) {
        self.init()
        allowOrigins = policy.allowOrigins
        allowOriginRegex = policy.allowOriginRegex
        allowMethods = policy.allowMethods
        allowHeaders = policy.allowHeaders
        allowCredentials = policy.allowCredentials
        exposeHeaders = policy.exposeHeaders
        maxAge = policy.maxAge
    }
}
