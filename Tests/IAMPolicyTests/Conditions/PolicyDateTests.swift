import IAMIdentifiers
import Testing

@testable import IAMPolicy

/// W3C, "Date and Time Formats". <https://www.w3.org/TR/NOTE-datetime>
@Suite struct PolicyDateTests {
    @Test(arguments: [
        ("0", 0), ("1700000000", 1_700_000_000), ("1970-01", 0), ("1970-02", 2_678_400),
        ("1970-01-02", 86_400), ("1970-01-01T01:00Z", 3_600), ("1970-01-01T01:00:01Z", 3_601),
        ("1970-01-01T01:00+01:00", 0), ("1970-01-01T00:00:00-01:00", 3_600),
        ("2026-11-22T02:24:38Z", 1_795_314_278),
    ])
    func reads(_ text: String, _ seconds: Int64) {
        #expect(Timestamp(policyDate: Array(text.utf8)) == Timestamp(seconds: seconds))
    }

    @Test func readsFractionsOfASecond() {
        let date = Timestamp(policyDate: Array("1970-01-01T00:00:00.25Z".utf8))
        #expect(date == Timestamp(microseconds: 250_000))
    }

    @Test(arguments: [
        "", "2026", "2026-13", "2026-02-30", "2026-1-1", "2026-11-22T24:00Z", "2026-11-22T02Z",
        "2026-11-22T02:24:38Zx", "22.11.2026", "-1", "1.5", "1700000000000000", "١٢٣",
    ])
    func refuses(_ text: String) {
        #expect(Timestamp(policyDate: Array(text.utf8)) == nil)
    }
}
