import IAMIdentifiers
import Testing

@testable import IAMPolicy

/// W3C, "Date and Time Formats". <https://www.w3.org/TR/NOTE-datetime>
@Suite struct PolicyDateTests {
    @Test(arguments: [
        ("0", 0), ("1700000000", 1_700_000_000), ("1970-01", 0), ("1970-02", 2_678_400),
        ("1970-01-02", 86_400), ("1970-01-01T01:00Z", 3_600), ("1970-01-01T01:00:01Z", 3_601),
        ("1970-01-01T01:00+01:00", 0), ("1970-01-01T00:00:00-01:00", 3_600),
        ("2026-11-22T02:24:38Z", 1_795_314_278), ("1970-1-2", 86_400), ("1970-01-01T01", 3_600),
        ("1970-01-01T1:2:3", 3_723), ("1970-01-01T01Z", 3_600), ("1970-01-01t", 0),
        ("1970T", 0), ("1970-01-01T01:00:00+01", 0), ("1970-01-01T01:00:00+0100", 0),
    ])
    func reads(_ text: String, _ seconds: Int64) {
        #expect(Timestamp(policyDate: Array(text.utf8)) == Timestamp(seconds: seconds))
    }

    @Test func readsFractionsOfASecond() {
        let date = Timestamp(policyDate: Array("1970-01-01T00:00:00.25Z".utf8))
        #expect(date == Timestamp(microseconds: 250_000))
    }

    @Test(arguments: [
        "", "2026", "2026-13", "2026-02-30", "2026-11-22T24:00Z", "2026-11-22T02:24:38Zx",
        "22.11.2026", "1.5", "1700000000000000", "١٢٣", "T", "T02:24", "-", "2026-", "2026-11-",
        "2026-11-22-1", "2026-11-22T02:", "2026-11-22T02:24:", "2026-111-1", "2026-11-22T02:24+1",
        "2026 02:24", "12345-02-29", "0000000001-01-01",
    ])
    func refuses(_ text: String) {
        #expect(Timestamp(policyDate: Array(text.utf8)) == nil)
    }

    @Test func datesBeyondTheCalendarAreTheFirstAndTheLast() {
        #expect(Timestamp(policyDate: Array("-1".utf8)) == Timestamp(microseconds: .min))
        #expect(Timestamp(policyDate: Array("12345-01-01".utf8)) == Timestamp(microseconds: .max))
        #expect(Timestamp(policyDate: Array("12344-02-29".utf8)) == Timestamp(microseconds: .max))
    }

    /// Digits alone are taken, even where it is not sure which moment they mean.
    @Test(arguments: [
        ("2026", true), ("1700000000000000", true), ("9223372036854775807", true),
        ("9223372036854775808", false), ("", false), ("soon", false), ("2026-02-30", false),
    ])
    func areAccepted(_ text: String, _ isAccepted: Bool) {
        #expect(PolicyDate.isAccepted(Array(text.utf8)) == isAccepted)
    }
}
