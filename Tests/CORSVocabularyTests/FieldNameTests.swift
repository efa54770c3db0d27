import CORSVocabulary
import Testing

@Suite("Field names")
struct FieldNameTests {
    @Test
    func `Names are equal without regard to ASCII case`() {
        let received: FieldName = "access-control-ALLOW-origin"
        #expect(received == .accessControlAllowOrigin)
        #expect(received.text == "access-control-ALLOW-origin")
    }

    @Test(arguments: ["", "a b", "a:b", "é", "a\u{0}"])
    func `A name that is no token is refused`(text: String) {
        #expect(FieldName(text) == nil)
    }
}
