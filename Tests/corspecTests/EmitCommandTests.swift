import Foundation
import Testing

@Suite("corspec emit")
struct EmitCommandTests {
    @Test
    func `Every name that is listed writes a configuration`() throws {
        let listed = try CorspecProcess.run(["emit"])
        #expect(listed.code == 0)
        let names = listed.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names.contains("nginx"))
        let help = try CorspecProcess.run(["help", "emit"]).output
        for name in names {
            let emitted = try CorspecProcess.run(["emit", name, "--policy", "single"])
            #expect(emitted.code == 0, "\(emitted.errors)")
            #expect(emitted.output.contains("app"))
            #expect(emitted.errors.isEmpty)
            #expect(help.contains(name))
        }
    }

    @Test(arguments: [
        (["emit", "ngnix", "--policy", "list"], "did you mean \"nginx\"?"),
        (["emit", "nginx"], "needs a policy"),
        (["emit", "--policy", "list"], "needs a name"),
        (["emit", "nginx", "caddy", "--policy", "list"], "one name"),
        (["emit", "nginx", "--policy", "list", "--policy", "any"], "twice"),
        (["emit", "nginx", "--policy", "list", "--allow-origin", "https://a.example"], "give one of them"),
        (["emit", "nginx", "--policy", "trap"], "credentials to any origin"),
        (["emit", "nginx", "--policy", "list", "--output", "/no/such/folder/x"], "cannot be written"),
    ])
    func `What cannot be written is a usage error with its reason`(arguments: [String], reason: String) throws {
        let process = try CorspecProcess.run(arguments)
        #expect(process.code == 2)
        #expect(process.output.isEmpty)
        #expect(process.errors.contains(reason), "\(process.errors)")
    }

    @Test
    func `The policy's options and the output file are taken`() throws {
        let scratch = try ScratchFolder()
        let arguments = ["emit", "express", "--allow-origin", "https://a.example", "--allow-credentials"]
        let process = try CorspecProcess.run(arguments + ["--output", "cors.js"], folder: scratch.url)
        #expect(process.code == 0, "\(process.errors)")
        #expect(process.output.isEmpty)
        let text = try String(contentsOf: scratch.url.appending(path: "cors.js"), encoding: .utf8)
        #expect(text.contains(#"origin: ["https://a.example"]"#))
        #expect(text == (try CorspecProcess.run(arguments)).output)
    }
}
