import Glibc
import IAMIdentifiers
import Synchronization

extension Timestamp {
    /// The moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`. SDKs measure the difference
    /// of clocks by it. Source: RFC 9110 §5.6.7.
    var httpDate: String { internetDate(zone: "GMT") }
}

/// The date of an answer, written once in a second.
enum HTTPDate {
    /// The last that was written.
    private static let latest = Mutex((seconds: Int64.min, text: ""))

    static func now() -> String {
        let seconds = Int64(time(nil))
        return latest.withLock { latest in
            if latest.seconds != seconds {
                latest = (seconds, Timestamp(seconds: seconds).httpDate)
            }
            return latest.text
        }
    }
}
