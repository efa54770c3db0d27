import CORSRunner
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T00",
        "0000-01-01", "tomorrow", "", "２026-01-1",
    ])
    func `What is no day is no date`(text: String) { #expect(CalendarDate(text) == nil) }

    @Test(arguments: ["2026-02-28", "2024-02-29", "2000-02-29", "1970-01-01", "9999-12-31", "0001-01-01"])
    func `A day is read and written alike`(text: String) { #expect(CalendarDate(text)?.description == text) }

    @Test(arguments: [
        (0, "1970-01-01"), (-1, "1969-12-31"), (59, "1970-03-01"), (789, "1972-02-29"), (11_016, "2000-02-29"),
        (20_782, "2026-11-25"),
    ])
    func `Days are counted from 1970 on`(days: Int, text: String) {
        #expect(CalendarDate(daysSince1970: days).description == text)
    }

    @Test
    func `The earlier day comes first`() throws {
        let texts = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"]
        let dates = try texts.map { try #require(CalendarDate($0)) }
        #expect(dates.shuffled().sorted() == dates)
    }
}
