package import CORSRunner
import CORSVocabulary

/// How servers are started, waited for, and asked.
package struct LaunchSettings: Sendable {
    /// The command that starts one.
    package var command: LaunchCommand
    /// How connections are made, and how long an answer is waited for.
    package var connection = ConnectionSettings()
    /// Requests a second and server, at most; any number if nil.
    package var rate: Double?
    /// How long a server may take until its open route answers.
    package var startTimeout = Duration.seconds(60)
    /// Where its open route is.
    package var open = Routes.Place("/open")
    /// What its requests carry.
    package var dressing: RequestDressing

    /// Makes the usual settings.
    package init(_ command: LaunchCommand, dressing: RequestDressing) {
        self.command = command
        self.dressing = dressing
    }

    /// What tells whether a server is there: a request of the open route.
    func probe(origin: String) -> HTTPRequest {
        let method = [Method.get, .head].first(where: open.has) ?? open.methods?.first ?? .get
        let host = HeaderField("Host", FieldValue(String(origin.drop { $0 != "/" }.dropFirst(2))))
        return dressing.probe(
            HTTPRequest(method: method, path: open.path, headers: HeaderList([host])), url: origin + open.path)
    }
}
