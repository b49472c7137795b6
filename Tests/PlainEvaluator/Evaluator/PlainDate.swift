/// A time of a condition: seconds since 1970, or one of the forms of the W3C's note.
///
/// Source: W3C, "Date and Time Formats". <https://www.w3.org/TR/NOTE-datetime>
struct PlainDate {
    /// Since 1970.
    let microseconds: Int

    /// - Returns: nil if the text is no time. Four digits alone might be a year or seconds, and are
    ///   neither.
    init?(_ text: String) {
        if text.utf8.allSatisfy(Self.isDigit), text.utf8.count != 4, text.utf8.count < 13,
            let seconds = Int(text)
        {
            microseconds = seconds * 1_000_000
            return
        }
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = halves.first, let days = Self.days(day) else { return nil }
        guard halves.count == 2 else {
            microseconds = days * 86_400_000_000
            return
        }
        guard day.utf8.count == 10, let time = Self.time(halves[1]) else { return nil }
        microseconds = days * 86_400_000_000 + time
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// A number of so many digits.
    private static func number(_ text: Substring, digits: Int, in range: ClosedRange<Int>) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy(isDigit), let number = Int(text),
            range.contains(number)
        else { return nil }
        return number
    }

    /// Days since 1970 of `YYYY-MM` or `YYYY-MM-DD`, counted year by year and month by month.
    private static func days(_ text: Substring) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count),
            let year = number(parts[0], digits: 4, in: 1...9999),
            let month = number(parts[1], digits: 2, in: 1...12),
            let day = parts.count == 3 ? number(parts[2], digits: 2, in: 1...31) : 1,
            day <= length(ofMonth: month, in: year)
        else { return nil }
        var days = day - 1
        for month in 1..<month { days += length(ofMonth: month, in: year) }
        for past in min(1970, year)..<max(1970, year) {
            let length = isLeap(past) ? 366 : 365
            days += year < 1970 ? -length : length
        }
        return days
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Microseconds of `hh:mm`, `hh:mm:ss` or `hh:mm:ss.s`, before `Z` or a difference from it.
    private static func time(_ text: Substring) -> Int? {
        guard let zone = text.firstIndex(where: { "Z+-".contains($0) }),
            let offset = offset(text[zone...])
        else { return nil }
        let parts = text[..<zone].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0], digits: 2, in: 0...23),
            let minute = number(parts[1], digits: 2, in: 0...59)
        else { return nil }
        var microseconds = 0
        if parts.count == 3 {
            let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
            guard seconds.count <= 2, let whole = number(seconds[0], digits: 2, in: 0...59)
            else { return nil }
            microseconds = whole * 1_000_000
            if seconds.count == 2 {
                let digits = seconds[1]
                guard (1...6).contains(digits.utf8.count),
                    let fraction = number(
                        digits + String(repeating: "0", count: 6 - digits.utf8.count), digits: 6,
                        in: 0...999_999)
                else { return nil }
                microseconds += fraction
            }
        }
        return (hour * 3600 + minute * 60 - offset) * 1_000_000 + microseconds
    }

    /// Seconds by which a zone is ahead.
    private static func offset(_ text: Substring) -> Int? {
        if text == "Z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = number(parts[0], digits: 2, in: 0...23),
            let minutes = number(parts[1], digits: 2, in: 0...59)
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return text.first == "-" ? -seconds : seconds
    }
}
