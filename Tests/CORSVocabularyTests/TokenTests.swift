import CORSVocabulary
import Testing

@Suite("Tokens")
struct TokenTests {
    @Test
    func `A token holds letters, digits and fifteen other characters`() {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        let accepted = Set((letters + "0123456789!#$%&'*+-.^_`|~").utf8)
        for byte in UInt8.min...UInt8.max { #expect(ASCII.isToken([byte]) == accepted.contains(byte)) }
    }
}
