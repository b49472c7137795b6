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
        let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
            "Tt".contains($0)
        }
        guard let day = halves.first, let date = Self.date(day, isAlone: halves.count == 1),
            let time = halves.count == 2 ? Self.time(halves[1]) : 0
        else { return nil }
        switch date {
        case .past: microseconds = .min
        case .future: microseconds = .max
        case .days(let days): microseconds = days * 86_400_000_000 + time
        }
    }

    private enum Day {
        /// Before the year 0, and behind the year 9999.
        case past, future
        /// Since 1970.
        case days(Int)
    }

    /// `YYYY-MM` or `YYYY-MM-DD`, with fewer digits or more, and perhaps before the year 0.
    /// - Parameter isAlone: whether nothing follows, so that a number alone is no year.
    private static func date(_ text: Substring, isAlone: Bool) -> Day? {
        let isPast = text.first == "-"
        let parts = (isPast ? text.dropFirst() : text)
            .split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.count > 1 || isPast || !isAlone,
            let year = number(parts[0], digits: 1...9, in: 0...999_999_999),
            let month = parts.count > 1 ? number(parts[1], digits: 1...2, in: 1...12) : 1,
            let day = parts.count > 2 ? number(parts[2], digits: 1...2, in: 1...31) : 1,
            day <= length(ofMonth: month, in: year)
        else { return nil }
        if isPast, year > 0 { return .past }
        return year > 9999 ? .future : .days(days(year, month, day))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// A number of so many digits.
    private static func number(
        _ text: Substring, digits: ClosedRange<Int>, in range: ClosedRange<Int>
    ) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy(isDigit),
            let number = Int(text),
            range.contains(number)
        else { return nil }
        return number
    }

    /// Days since 1970, counted year by year and month by month.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
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

    /// Microseconds of a time of day, of which there need not be any, before `Z`, a difference from
    /// it or neither.
    private static func time(_ text: Substring) -> Int? {
        let zone = text.firstIndex { "Zz+-".contains($0) } ?? text.endIndex
        guard let offset = offset(text[zone...]) else { return nil }
        guard zone > text.startIndex else { return -offset * 1_000_000 }
        let parts = text[..<zone].split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count),
            let hour = number(parts[0], digits: 1...2, in: 0...23),
            let minute = parts.count > 1 ? number(parts[1], digits: 1...2, in: 0...59) : 0
        else { return nil }
        var microseconds = 0
        if parts.count == 3 {
            let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
            guard seconds.count <= 2, let whole = number(seconds[0], digits: 1...2, in: 0...59)
            else { return nil }
            microseconds = whole * 1_000_000
            if seconds.count == 2 {
                let digits = seconds[1]
                guard (1...6).contains(digits.utf8.count),
                    let fraction = number(
                        digits + String(repeating: "0", count: 6 - digits.utf8.count),
                        digits: 6...6, in: 0...999_999)
                else { return nil }
                microseconds += fraction
            }
        }
        return (hour * 3600 + minute * 60 - offset) * 1_000_000 + microseconds
    }

    /// Seconds by which a zone is ahead.
    private static func offset(_ text: Substring) -> Int? {
        if ["", "Z", "z"].contains(text) { return 0 }
        let digits = text.dropFirst().filter { $0 != ":" }
        let colons = text.filter { $0 == ":" }.count
        guard colons == 0 || (colons == 1 && text.dropFirst(3).first == ":"),
            let hours = number(digits.prefix(2), digits: 2...2, in: 0...23),
            let minutes = digits.count == 2 && colons == 0
                ? 0 : number(digits.dropFirst(2), digits: 2...2, in: 0...59)
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return text.first == "-" ? -seconds : seconds
    }
}
