import IAMIdentifiers

extension Timestamp {
    /// A moment from a Date header, `Sun, 22 Nov 2026 02:37:05 GMT`; nil for anything else. The
    /// zone may also be written `+0000` or `-0000`, as the format's older form in mail has it and
    /// botocore sends it. The day of the week must be one, but is not compared with the date.
    ///
    /// Source: RFC 9110, section 5.6.7, and RFC 5322, section 3.3.
    /// <https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7>
    init?(httpDate text: String) {
        let parts = text.parts(at: " ")
        guard parts.count == 6, Self.weekdays.contains(parts[0]),
            let month = Self.months.firstIndex(of: parts[2]), parts[4].utf8.count == 8,
            ["GMT", "+0000", "-0000"].contains(parts[5])
        else { return nil }
        let twoDigits = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        self.init(iso8601: "\(parts[3])-\(twoDigits)-\(parts[1])T\(parts[4])Z")
    }

    private static let weekdays: [String] = [
        "Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,",
    ]

    private static let months: [String] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
