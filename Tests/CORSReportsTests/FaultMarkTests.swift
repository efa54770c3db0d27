import CORSRunner
import CORSVocabulary
import FetchModel
import Testing

@testable import CORSReports

@Suite("Fault mark")
struct FaultMarkTests {
    /// A granted origin as the server spells it, and what of it is wrong.
    struct Row: Sendable, CustomTestStringConvertible {
        var value: FieldValue
        var marked: String
        var testDescription: String { value.text }
    }

    @Test(arguments: [
        Row(value: "https://app.example/", marked: "/"),
        Row(value: "http://app.example", marked: "http://app.example"),
        Row(value: "https://app.example:443", marked: ":443"),
        Row(value: "https://App.example", marked: "A"),
        Row(value: "https://app.example, https://app.example", marked: ", https://app.example"),
        Row(value: "*", marked: "*"),
        Row(value: "https://app", marked: "https://app"),
    ])
    func `Of a wrong grant, the bytes that differ from the origin are marked`(row: Row) throws {
        let failure = Failure(
            reason: .allowOriginMismatch, isPreflight: false, value: row.value.bytes, section: .corsCheck)
        var finding = Sample.slash()
        finding.kind = .grantBlocked(failure)
        let exchange = Sample.exchange([.accessControlAllowOrigin: row.value])
        let field = try #require(exchange.response?.headers.fields.first)
        let range = try #require(FaultMark(finding: finding).range(of: field, in: exchange))
        #expect(FieldValue(Array(row.value.bytes[range])).text == row.marked)
    }

    @Test
    func `Of a grant that must not be, all is marked`() throws {
        var finding = Sample.slash(severity: .unsafe)
        finding.kind = .refusalPassed
        let exchange = Sample.exchange([.accessControlAllowOrigin: "https://app.example"])
        let field = try #require(exchange.response?.headers.fields.first)
        #expect(FaultMark(finding: finding).range(of: field, in: exchange) == 0..<19)
    }
}
