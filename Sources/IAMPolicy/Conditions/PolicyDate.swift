import IAMIdentifiers

extension Timestamp {
    /// A moment as policies write it: one of the W3C's forms of ISO 8601, or seconds since 1970.
    ///
    /// `2026-11`, `2026-11-22`, `2026-11-22T02:24Z`, `2026-11-22T02:24:38Z` and with a fraction or
    /// an offset. A year alone is not read: `2026` is also a number of seconds.
    ///
    /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Date condition
    /// operators"; W3C, "Date and Time Formats". <https://www.w3.org/TR/NOTE-datetime>
    init?(policyDate text: some RandomAccessCollection<UInt8>) {
        var reader = DateReader(text)
        guard let moment = reader.epochSeconds() ?? reader.calendarDate() else { return nil }
        self = moment
    }
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

    mutating func calendarDate() -> Timestamp? {
        guard let year = number(4), take("-"), let month = number(2) else { return nil }
        if rest.isEmpty { return CivilTime(year: year, month: month, day: 1)?.timestamp }
        guard take("-"), let day = number(2) else { return nil }
        if rest.isEmpty { return CivilTime(year: year, month: month, day: day)?.timestamp }
        guard take("T") || take("t") || take(" "), let hour = number(2), take(":"),
            let minute = number(2)
        else { return nil }
        var second: Int64 = 0
        var microseconds: Int64 = 0
        if take(":") {
            guard let whole = number(2), let fraction = fraction() else { return nil }
            second = whole
            microseconds = fraction
        }
        guard
            let time = CivilTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second),
            let east = minutesEast(), rest.isEmpty
        else { return nil }
        return Timestamp(
            microseconds: time.timestamp.microseconds + microseconds - east * 60_000_000)
    }

    /// Microseconds of a fraction, of which there need not be any.
    private mutating func fraction() -> Int64? {
        guard take(".") else { return 0 }
        var value: Int64 = 0
        var count = 0
        while let digit = number(1) {
            if count < 6 { value = value * 10 + digit }
            count += 1
        }
        guard (1...9).contains(count) else { return nil }
        for _ in 0..<max(0, 6 - count) { value *= 10 }
        return value
    }

    /// `Z`, an offset such as `+09:00`, or nothing for UTC.
    private mutating func minutesEast() -> Int64? {
        if rest.isEmpty || take("Z") || take("z") { return 0 }
        let isWest = rest.first == UInt8(ascii: "-")
        guard take("+") || take("-"), let hours = number(2), take(":"), let minutes = number(2),
            hours < 24, minutes < 60
        else { return nil }
        return (isWest ? -1 : 1) * (hours * 60 + minutes)
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func number(_ count: Int) -> Int64? {
        guard rest.count >= count else { return nil }
        var value: Int64 = 0
        for byte in rest.prefix(count) {
            guard let digit = byte.decimalDigit else { return nil }
            value = value * 10 + digit
        }
        rest = rest.dropFirst(count)
        return value
    }
}

extension UInt8 {
    fileprivate var decimalDigit: Int64? {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= self ? Int64(self - UInt8(ascii: "0")) : nil
    }
}
