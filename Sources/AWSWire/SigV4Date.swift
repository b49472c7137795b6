import IAMIdentifiers

extension Timestamp {
    /// A moment from a Date header, `Sun, 22 Nov 2026 02:37:05 GMT`, exactly; nil for anything
    /// else. The day of the week must be one, but is not compared with the date.
    ///
    /// Source: RFC 9110, section 5.6.7, the preferred of its three formats.
    /// <https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7>
    init?(httpDate text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard text.utf8.count == 29, parts.count == 6,
            ["Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"].contains(parts[0]),
            let month = Self.months.firstIndex(of: parts[2]), parts[5] == "GMT"
        else { return nil }
        let twoDigits = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        self.init(iso8601: "\(parts[3])-\(twoDigits)-\(parts[1])T\(parts[4])Z")
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
