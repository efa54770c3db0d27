import CORSPolicy

extension Cause {
    /// The cause where an origin is granted that belongs to another environment, or to nobody any more.
    static func foreignOriginGranted(_ home: ForeignOrigin.Home) -> Cause {
        switch home {
        case .environment(let name):
            Cause(
                id: "origin-of-another-environment",
                title: "The server grants an origin of the environment \(name): its settings have got into this one.",
                fix: "Take the origin out of this environment's list; let each environment have a list of its own.")
        case .retired:
            Cause(
                id: "retired-origin",
                title: "The server grants a retired origin: whoever gets hold of its name can read the answers.",
                fix: "Take the origin out of the server's list.")
        }
    }
}
