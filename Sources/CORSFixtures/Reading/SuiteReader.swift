package import StrictJSON

/// Reads fixture files strictly, and everything that is wrong in all of them at once.
package enum SuiteReader {
    /// Reads files that are to run together.
    ///
    /// - Parameter files: Each file's name, as the user gave it, and its bytes.
    /// - Returns: The suite, or nil if anything is wrong; what is wrong, in the order of the files and places.
    package static func read(_ files: [(name: String, bytes: [UInt8])]) -> (suite: Suite?, diagnostics: [Diagnostic]) {
        var read: [FixtureFile] = []
        var all: [Diagnostic] = []
        var places: [String: (file: String, position: SourcePosition)] = [:]
        for file in files {
            let diagnostics = Diagnostics(file: file.name)
            if let root = JSONReader.read(file.bytes, into: diagnostics) {
                var reader = FixtureFileReader(diagnostics: diagnostics)
                if let fixture = reader.read(root, name: file.name) { read.append(fixture) }
                for (id, position) in reader.ids {
                    if let first = places[id] {
                        let place = "\(first.file):\(first.position.line):\(first.position.column)"
                        diagnostics.error("duplicate id \"\(id)\"; it is first used at \(place)", at: position)
                    } else {
                        places[id] = (file.name, position)
                    }
                }
            }
            all += diagnostics.sorted
        }
        if files.isEmpty { all.append(Diagnostic(file: "suite", message: "no fixture file was given")) }
        let isGood = !all.contains { $0.severity == .error }
        return (isGood ? Suite(files: read) : nil, all)
    }
}
