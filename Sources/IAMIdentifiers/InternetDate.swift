extension Timestamp {
    /// The moment as headers of HTTP and of mail write it: `Sun, 06 Nov 1994 08:49:37 GMT`.
    /// - Parameter zone: how the header writes UTC.
    ///
    /// Source: RFC 9110 §5.6.7 (`GMT`), RFC 5322 §3.3 (`+0000`).
    package func internetDate(zone: String) -> String {
        let time = CivilTime(self)
        // 1970-01-01 was a Thursday. The clock never shows an earlier time.
        let weekday = Self.weekdays[Int((seconds / 86_400 + 4) % 7)]
        let month = Self.months[Int(time.month) - 1]
        return "\(weekday), \(Self.twoDigits(time.day)) \(month) \(time.year) "
            + "\(Self.twoDigits(time.hour)):\(Self.twoDigits(time.minute)):"
            + "\(Self.twoDigits(time.second)) \(zone)"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func twoDigits(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
