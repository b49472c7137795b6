import IAMIdentifiers

/// Dates as policies write them.
enum PolicyDate {
    /// Whether a new policy may have the date. A number of any length is accepted, even where
    /// ``Timestamp/init(policyDate:)`` does not know which moment it means.
    static func isAccepted(_ text: [UInt8]) -> Bool {
        let isCount = !text.isEmpty && text.allSatisfy { $0.decimalDigit != nil }
        return isCount
            ? Int64(String(decoding: text, as: UTF8.self)) != nil
            : Timestamp(policyDate: text) != nil
    }
}

extension Timestamp {
    /// A moment as policies write it: the W3C's profile of ISO 8601 with some additions, or seconds
    /// since 1970. Nil for text that is no date, and for a number that has two readings: four
    /// digits may be a year, and more than twelve digits may be milliseconds.
    ///
    /// `2026-11`, `2026-11-22`, `2026-11-22T02:24Z` and `2026-11-22T02:24:38Z`, also with a
    /// fraction or an offset. IAM also accepts fewer digits, no minutes, years of up to
    /// nine digits and years before 0.
    ///
    /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Date condition
    /// operators"; W3C, "Date and Time Formats"; for the odd forms, getmoto/moto pull request 2269.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
    /// <https://www.w3.org/TR/NOTE-datetime>
    init?(policyDate text: some RandomAccessCollection<UInt8>) {
        var reader = DateReader(text)
        guard let moment = reader.epochSeconds() ?? reader.calendarDate() else { return nil }
        self = moment
    }

    /// A date and a time of day, as a moment. A year before 0 is the earliest moment, and one after
    /// 9999 the latest.
    fileprivate init?(_ date: DateParts) {
        // The calendar repeats every 400 years, so a near year tells whether the day exists.
        let isFar = !(0...9_999).contains(date.year)
        let year = isFar ? 2_000 + (date.year % 400 + 400) % 400 : date.year
        guard
            let time = CivilTime(
                year: year, month: date.month, day: date.day, hour: date.hour,
                minute: date.minute, second: date.second)
        else { return nil }
        let exact = time.timestamp.microseconds + date.microsecond - date.minutesEast * 60_000_000
        self.init(microseconds: !isFar ? exact : date.year < 0 ? .min : .max)
    }
}

/// What a date says, number by number.
private struct DateParts {
    var year: Int64
    var month: Int64 = 1
    var day: Int64 = 1
    var hour: Int64 = 0
    var minute: Int64 = 0
    var second: Int64 = 0
    var microsecond: Int64 = 0
    var minutesEast: Int64 = 0
}

/// Reads a date from the front of a text to its end.
private struct DateReader<Text: RandomAccessCollection<UInt8>> {
    private var rest: Text.SubSequence

    init(_ text: Text) { rest = text[...] }

    /// Digits alone, other than four of them.
    func epochSeconds() -> Timestamp? {
        guard rest.count != 4, (1...12).contains(rest.count) else { return nil }
        var seconds: Int64 = 0
        for byte in rest {
            guard let digit = byte.decimalDigit else { return nil }
            seconds = seconds * 10 + digit
        }
        return Timestamp(seconds: seconds)
    }

    /// A year alone is not read, unless something shows that it is one.
    mutating func calendarDate() -> Timestamp? {
        let isBefore0 = take("-")
        guard let year = number(upTo: 9) else { return nil }
        var date = DateParts(year: isBefore0 ? -year : year)
        var isDate = isBefore0
        if take("-") {
            guard let month = number(upTo: 2) else { return nil }
            date.month = month
            isDate = true
            if take("-") {
                guard let day = number(upTo: 2) else { return nil }
                date.day = day
            }
        }
        if take("T") || take("t") || (isDate && take(" ")) {
            guard readTime(into: &date) else { return nil }
            isDate = true
        }
        return isDate && rest.isEmpty ? Timestamp(date) : nil
    }

    /// A time of day and an offset, of which there need not be any.
    private mutating func readTime(into date: inout DateParts) -> Bool {
        if let hour = number(upTo: 2) {
            date.hour = hour
            if take(":") {
                guard let minute = number(upTo: 2) else { return false }
                date.minute = minute
                if take(":") {
                    guard let second = number(upTo: 2), let fraction = fraction() else {
                        return false
                    }
                    date.second = second
                    date.microsecond = fraction
                }
            }
        }
        guard let minutesEast = minutesEast() else { return false }
        date.minutesEast = minutesEast
        return true
    }

    /// Microseconds of a fraction, of which there need not be any.
    private mutating func fraction() -> Int64? {
        guard take(".") else { return 0 }
        var value: Int64 = 0
        var count = 0
        while let digit = number(upTo: 1) {
            if count < 6 { value = value * 10 + digit }
            count += 1
        }
        guard (1...9).contains(count) else { return nil }
        for _ in 0..<max(0, 6 - count) { value *= 10 }
        return value
    }

    /// `Z`, an offset such as `+09:00`, `+0900` or `+09`, or nothing for UTC.
    private mutating func minutesEast() -> Int64? {
        if rest.isEmpty || take("Z") || take("z") { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = twoDigits(), hours < 24 else { return nil }
        var minutes: Int64 = 0
        if take(":") || !rest.isEmpty {
            guard let read = twoDigits(), read < 60 else { return nil }
            minutes = read
        }
        return (isWest ? -1 : 1) * (hours * 60 + minutes)
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func twoDigits() -> Int64? {
        let count = rest.count
        guard let value = number(upTo: 2), rest.count == count - 2 else { return nil }
        return value
    }

    /// At least one digit, and at most so many.
    private mutating func number(upTo count: Int) -> Int64? {
        var value: Int64?
        for _ in 0..<count {
            guard let digit = rest.first?.decimalDigit else { break }
            value = (value ?? 0) * 10 + digit
            rest = rest.dropFirst()
        }
        return value
    }
}

extension UInt8 {
    fileprivate var decimalDigit: Int64? {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= self ? Int64(self - UInt8(ascii: "0")) : nil
    }
}
