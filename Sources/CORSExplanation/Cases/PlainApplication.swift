import CORSPolicy
import CORSVocabulary

/// An adapter that grants nothing at all: right where nothing may be granted.
struct PlainApplication: CORSPolicyAdapter {
    /// Its name.
    let name = "plain"

    /// Sets up the sample application without a CORS layer.
    func makeApplication(for policy: Policy) async throws -> any CORSApplication {
        Application(sample: SampleApplication(for: policy))
    }

    /// The sample application.
    private struct Application: CORSApplication {
        let sample: SampleApplication

        func respond(to request: HTTPRequest) async throws -> HTTPResponse { sample.respond(to: request) }
    }
}
