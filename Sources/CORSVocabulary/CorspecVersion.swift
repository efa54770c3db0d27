/// The version of corspec.
package enum CorspecVersion {
    /// The version, as reports, `--version` and the User-Agent say it.
    package static let current = "0.1.0"
}
