import Foundation
import PackagePlugin

/// Puts every JSON file below `Fixtures/` into the binary, so that a new fixture takes one new file and no other edit.
///
/// The files become Swift string literals: a plugin's generated sources are compiled in Swift targets alone, and C's
/// `#embed` knows no folders. A file that changes, comes or goes is seen by the next build: a build asks its plugins
/// again only when a target's own folder changes, so the link `Fixtures` beside this file makes the fixtures part of it.
@main
struct EmbedFixtures: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL.appending(path: "Fixtures")
        // A path as the shell takes it: a space in it stays a space.
        let folder = root.path(percentEncoded: false)
        let paths = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
            .filter { $0.hasSuffix(".json") }.sorted()
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSources.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(paths.count) fixture files", executable: URL(filePath: "/bin/sh"),
                arguments: ["-c", Self.script, "sh", output.path(percentEncoded: false), folder] + paths,
                inputFiles: paths.map { root.appending(path: $0) }, outputFiles: [output])
        ]
    }

    /// Writes the output, named first, from the folder, named second, and the files in it; ends at the first fault.
    private static let script = #####"""
        set -eu
        output=$1; cd "$2"; shift 2
        {
            echo '/// The files below `Fixtures/`, by path.'
            echo 'enum EmbeddedSources {'
            echo '    static let files: [(path: StaticString, text: StaticString)] = ['
            for path; do
                printf '("%s", ####"""\n' "$path"; cat "$path"; printf '\n"""####),\n'
            done
            echo '    ]'
            echo '}'
        } > "$output"
        """#####
}
