import IAMIdentifiers
import Operations

// Phrases of numbers and times.
extension Phrase {
    /// "1–50 of 1,485".
    static func range(_ first: Int, _ last: Int, of total: Int, in language: Language) -> Phrase {
        let shown = "\(grouped(first))–\(grouped(last))"
        let all = grouped(total)
        return Phrase("\(shown) of \(all)", "\(all)개 중 \(shown)")
    }

    /// How long ago something was, in its largest unit; what lies ahead is "just now".
    static func ago(_ duration: Duration) -> Phrase {
        let seconds = duration.components.seconds
        switch seconds {
        case ..<60: return Phrase("just now", "방금")
        case ..<3_600: return past(seconds / 60, "minute", "분")
        case ..<86_400: return past(seconds / 3_600, "hour", "시간")
        case ..<(86_400 * 365): return past(seconds / 86_400, "day", "일")
        default: return past(seconds / (86_400 * 365), "year", "년")
        }
    }

    private static func past(_ count: Int64, _ unit: String, _ korean: String) -> Phrase {
        Phrase("\(count) \(unit)\(count == 1 ? "" : "s") ago", "\(count)\(korean) 전")
    }

    /// A number with its thousands apart, as both languages write it: `1,485`.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
