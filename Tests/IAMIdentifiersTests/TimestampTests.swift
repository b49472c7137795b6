import Foundation
import IAMIdentifiers
import Testing

@Suite struct TimestampTests {
    @Test func datesAreThoseOfTheCalendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for day in stride(from: Int64(-25_000), to: 60_000, by: 37) {
            let moment = Timestamp(seconds: day * 86_400 + 3_723)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(moment.seconds)))
            let time = CivilTime(moment)
            #expect(Int(time.year) == parts.year && Int(time.month) == parts.month)
            #expect(Int(time.day) == parts.day)
            #expect(time.hour == 1 && time.minute == 2 && time.second == 3)
            #expect(time.timestamp == moment)
        }
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z", "19700101T000000Z"),
            (1_795_305_878, "2026-11-22T00:04:38Z", "20261122T000438Z"),
            (951_782_400, "2000-02-29T00:00:00Z", "20000229T000000Z"),
            (-1, "1969-12-31T23:59:59Z", "19691231T235959Z"),
        ] as [(Int64, String, String)])
    func aMomentIsWrittenAndReadInBothForms(_ seconds: Int64, _ text: String, _ basic: String) {
        let moment = Timestamp(seconds: seconds)
        #expect(moment.iso8601 == text && moment.iso8601Basic == basic)
        #expect(Timestamp(iso8601: text) == moment)
        #expect(Timestamp(iso8601Basic: basic) == moment)
    }

    @Test(arguments: [
        ("2026-11-22T09:04:38+09:00", "2026-11-22T00:04:38Z"),
        ("2026-11-22T00:04:38.9Z", "2026-11-22T00:04:38Z"),
        ("2026-11-22T00:04:38", "2026-11-22T00:04:38Z"),
        ("2026-11-22", "2026-11-22T00:00:00Z"),
    ])
    func otherFormsOfISO8601AreRead(_ text: String, _ same: String) {
        #expect(Timestamp(iso8601: text)?.iso8601 == same)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-29T00:00:00Z", "2026-11-22T24:00:00Z",
        "2026-11-22T00:00:60Z", "2026-11-22T00:00:00.Z", "2026-11-22T00:00:00+25:00",
        "2026-11-22T00:00:00Zx", "20261122T000438Z", "٢٠٢٦-11-22",
    ])
    func whatIsNoMomentIsRefused(_ text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test(arguments: [
        "", "20261122T000438", "2026-11-22T00:04:38Z", "20261322T000438Z", "20261122T00043:Z",
        "20261122 000438Z", "20261122T0004380", "20261122T000438ZZ",
    ])
    func theBasicFormIsExact(_ text: String) {
        #expect(Timestamp(iso8601Basic: text) == nil)
    }
}
