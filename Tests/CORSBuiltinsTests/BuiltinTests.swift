import CORSBuiltins
import Testing

@Suite("Builtins")
struct BuiltinTests {
    @Test
    func `Names are unique and say what an adapter is for`() {
        let names = Builtin.all.map(\.name)
        #expect(Set(names).count == names.count)
        for builtin in Builtin.all where builtin.kind != .reference {
            #expect(builtin.name.hasPrefix("\(builtin.kind.rawValue)/"))
            #expect(builtin.family != nil)
            #expect((builtin.kind == .faulty) == (builtin.severity != nil))
            #expect((builtin.kind == .faulty) == (builtin.cause != nil))
            #expect(!builtin.seenIn.isEmpty)
        }
    }

    @Test
    func `Families stand together`() {
        let headings = Builtin.all.map(\.heading)
        let starts = zip(headings, headings.dropFirst()).count { $0 != $1 } + 1
        #expect(starts == Set(headings).count)
    }
}
