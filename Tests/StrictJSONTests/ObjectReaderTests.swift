import StrictJSON
import Testing

@Suite("Object reader")
struct ObjectReaderTests {
    private func diagnostics(_ text: String, _ read: (ObjectReader) -> Void) throws -> [String] {
        let diagnostics = Diagnostics(file: "p.json")
        let node = try #require(JSONReader.read(Array(text.utf8), into: diagnostics))
        let accepted = ["allow_origins", "max_age", "allow_credentials", "comment"]
        if let object = ObjectReader(node, what: "the policy", accepted: accepted, into: diagnostics) { read(object) }
        return diagnostics.all.map(\.description)
    }

    @Test
    func `An unknown member is named with the nearest`() throws {
        let found = try diagnostics("{\"allow_origin\": []}") { _ in }
        #expect(
            found == [
                "p.json:1:2: error: unknown member \"allow_origin\" in the policy; accepted: allow_origins, max_age, "
                    + "allow_credentials, comment; did you mean \"allow_origins\"?"
            ])
    }

    @Test
    func `A duplicate member is named with the first`() throws {
        let found = try diagnostics("{\"max_age\": 1,\n \"max_age\": 2}") { #expect($0.integer("max_age") == 1) }
        #expect(found == ["p.json:2:2: error: duplicate member \"max_age\" in the policy; the first is at 1:2"])
    }

    @Test
    func `A missing member is named`() throws {
        let found = try diagnostics("{}") { #expect($0.required("comment") == nil) }
        #expect(found == ["p.json:1:1: error: the policy has no \"comment\", which is required"])
    }

    @Test
    func `A value of another type is named with what was expected`() throws {
        let text = "{\"max_age\": \"1\", \"allow_credentials\": 1, \"allow_origins\": \"*\", \"comment\": []}"
        let found = try diagnostics(text) { object in
            #expect(object.integer("max_age") == nil)
            #expect(object.bool("allow_credentials") == nil)
            #expect(object.strings("allow_origins") == nil)
            #expect(object.string("comment") == nil)
        }
        #expect(
            found == [
                "p.json:1:13: error: \"max_age\" must be a whole number, not a string",
                "p.json:1:39: error: \"allow_credentials\" must be true or false, not a number",
                "p.json:1:59: error: \"allow_origins\" must be a list of strings, not a string",
                "p.json:1:75: error: \"comment\" must be a string, not a list",
            ])
    }

    @Test(arguments: ["1.5", "1e3", "99999999999999999999"])
    func `A number that is not whole is refused`(number: String) throws {
        let found = try diagnostics("{\"max_age\": \(number)}") { #expect($0.integer("max_age") == nil) }
        #expect(found == ["p.json:1:13: error: \"max_age\" must be a whole number, not \(number)"])
    }

    @Test
    func `Another value than an object is refused`() throws {
        #expect(try diagnostics("[]") { _ in } == ["p.json:1:1: error: the policy must be an object, not a list"])
    }
}

@Suite("Nearest names")
struct NearestNameTests {
    @Test(arguments: [
        ("polcies", "policies"), ("CASES", "cases"), ("builtin", "builtins"), ("clauess", "clauses"),
    ])
    func `The nearest is found`(typed: String, meant: String) {
        #expect(NearestName.of(typed, in: ["cases", "policies", "builtins", "clauses"]) == meant)
    }

    @Test(arguments: ["xyz", "", "something-else-entirely"])
    func `Nothing is found where nothing is near`(typed: String) {
        #expect(NearestName.of(typed, in: ["cases", "policies"]) == nil)
    }
}

@Suite("JSON writer")
struct JSONWriterTests {
    private static let value = JSONOutput.object([
        ("b", .array([.integer(1), .decimal(1.5), .bool(true), .null])), ("a", .string("\"\\\n\u{1}é\u{7F}")),
        ("long", .array((0..<40).map { .integer($0) })), ("empty", .object([])),
    ])

    @Test
    func `Members keep their order, and only what must be is escaped`() {
        #expect(
            JSONWriter.line(.object([("b", .integer(1)), ("a", .string("\"\\\n\u{1}é"))]))
                == "{\"b\": 1, \"a\": \"\\\"\\\\\\n\\u0001é\"}")
    }

    @Test
    func `What is written can be read`() throws {
        for text in [JSONWriter.line(Self.value), JSONWriter.document(Self.value)] {
            let diagnostics = Diagnostics(file: "x")
            let node = try #require(JSONReader.read(Array(text.utf8), into: diagnostics))
            guard case .object(let members) = node.value else { return }
            #expect(members.map(\.name) == ["b", "a", "long", "empty"])
            #expect(members[1].node.value == .string("\"\\\n\u{1}é\u{7F}"))
        }
    }

    @Test
    func `A document keeps short values on one line`() {
        #expect(
            JSONWriter.document(.object([("a", .array([.integer(1), .integer(2)]))])) == "{\n  \"a\": [1, 2]\n}\n")
    }
}
