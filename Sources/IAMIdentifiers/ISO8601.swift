extension Timestamp {
    /// The moment to the second, as AWS's query services write it: `2026-11-22T02:24:38Z`.
    package var iso8601: String { String(size: 20) { write(isBasic: false, into: &$0) } }

    /// With a fraction of a second, as `2026-11-22T02:24:38.000001Z`.
    package var iso8601Microseconds: String {
        let rest = microseconds % 1_000_000
        let digits = String((rest < 0 ? rest + 1_000_000 : rest) + 1_000_000).dropFirst()
        return "\(iso8601.dropLast()).\(digits)Z"
    }

    /// The moment as signatures write it: `20261122T022438Z`.
    package var iso8601Basic: String { String(size: 16) { write(isBasic: true, into: &$0) } }

    @inline(__always)
    fileprivate func write(isBasic: Bool, into text: inout TextRoom) {
        @inline(__always)
        func add(_ value: Int64, then separator: Unicode.Scalar, _ isKept: Bool = true) {
            text.add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
            text.add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
            if isKept { text.add(UInt8(ascii: separator)) }
        }
        let time = CivilTime(self)
        let year = min(max(time.year, 0), 9_999)
        add(year / 100, then: "-", false)
        add(year % 100, then: "-", !isBasic)
        add(time.month, then: "-", !isBasic)
        add(time.day, then: "T")
        add(time.hour, then: ":", !isBasic)
        add(time.minute, then: ":", !isBasic)
        add(time.second, then: "Z")
    }

    /// A moment from `2026-11-22T02:24:38Z`, with an optional fraction of a second and with `Z`,
    /// an offset such as `+09:00`, or nothing for UTC; also a date alone. Nil for anything else.
    package init?(iso8601 text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        guard let date = Self.date(&rest) else { return nil }
        guard !rest.isEmpty else {
            self = date.timestamp
            return
        }
        guard Self.take(&rest, "Tt "), let time = Self.time(&rest, on: date) else { return nil }
        let fraction = Self.fraction(&rest)
        guard let fraction, let offset = Self.offset(&rest), rest.isEmpty else { return nil }
        self.init(
            microseconds: time.timestamp.microseconds + fraction - offset * 60 * 1_000_000)
    }

    /// A moment from `20261122T022438Z`, exactly; nil for anything else.
    package init?(iso8601Basic text: String) {
        let bytes = text.utf8.span
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z")
        else { return nil }
        var areDigits = true
        func number(_ range: Range<Int>) -> Int64 {
            var value: Int64 = 0
            for index in range {
                areDigits = areDigits && UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index]
                value = value * 10 + Int64(bytes[index] & 15)
            }
            return value
        }
        let time = CivilTime(
            year: number(0..<4), month: number(4..<6), day: number(6..<8),
            hour: number(9..<11), minute: number(11..<13), second: number(13..<15))
        guard areDigits, let time else { return nil }
        self = time.timestamp
    }
}

extension [UInt8] {
    /// Adds a moment to the second, as AWS's query services write it.
    package mutating func append(iso8601 moment: Timestamp) {
        append(size: 20) { moment.write(isBasic: false, into: &$0) }
    }
}

// The pieces, each taking what it reads off the front of `rest`.
extension Timestamp {
    private static func date(_ rest: inout ArraySlice<UInt8>) -> CivilTime? {
        guard let year = number(&rest, 4), take(&rest, "-"), let month = number(&rest, 2),
            take(&rest, "-"), let day = number(&rest, 2)
        else { return nil }
        return CivilTime(year: year, month: month, day: day)
    }

    private static func time(_ rest: inout ArraySlice<UInt8>, on date: CivilTime) -> CivilTime? {
        guard let hour = number(&rest, 2), take(&rest, ":"), let minute = number(&rest, 2),
            take(&rest, ":"), let second = number(&rest, 2)
        else { return nil }
        return CivilTime(
            year: date.year, month: date.month, day: date.day, hour: hour, minute: minute,
            second: second)
    }

    /// Microseconds of an optional fraction; digits past the sixth are read and dropped.
    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        guard take(&rest, ".") else { return 0 }
        var value: Int64 = 0
        var count = 0
        while let digit = number(&rest, 1) {
            if count < 6 { value = value * 10 + digit }
            count += 1
        }
        guard (1...9).contains(count) else { return nil }
        for _ in 0..<max(0, 6 - count) { value *= 10 }
        return value
    }

    /// Minutes east of UTC.
    private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        if rest.isEmpty || take(&rest, "Zz") { return 0 }
        let sign: Int64 = rest.first == UInt8(ascii: "-") ? -1 : 1
        guard take(&rest, "+-"), let hours = number(&rest, 2), take(&rest, ":"),
            let minutes = number(&rest, 2), hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, _ oneOf: StaticString) -> Bool {
        guard let first = rest.first else { return false }
        let found = oneOf.withUTF8Buffer { $0.contains(first) }
        if found { rest.removeFirst() }
        return found
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ count: Int) -> Int64? {
        guard rest.count >= count else { return nil }
        var value: Int64 = 0
        for digit in rest.prefix(count) {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
            value = value * 10 + Int64(digit - UInt8(ascii: "0"))
        }
        rest.removeFirst(count)
        return value
    }
}
