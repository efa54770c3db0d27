/// Fixture files that are run together; ids are unique among them.
package struct Suite: Sendable {
    /// The files, in order.
    package var files: [FixtureFile]

    /// Every case, in file order.
    package var cases: [FixtureCase] { files.flatMap(\.cases) }

    /// Makes a suite of files.
    package init(files: [FixtureFile]) { self.files = files }
}
