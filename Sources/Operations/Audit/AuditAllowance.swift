import AWSWire
import IAMIdentifiers
import Store
import Synchronization

/// How much each principal may add to the audit record by reads and by refused requests, which need
/// no permission.
///
/// A change is always recorded in full. Reads and refusals are recorded up to a number of bytes in
/// a minute for each principal. Beyond it they are counted, and at the end of the minute one record
/// says how many of each kind were left out.
package final class AuditAllowance: Sendable {
    /// Bytes of records in one minute.
    struct Limits: Sendable {
        var refusals = 512 << 10
        var reads = 4 << 20
    }

    /// What one window of a principal's is about.
    private struct Subject: Hashable {
        let account: AccountID
        let principal: UniqueID
        let isRefusal: Bool
    }

    private struct Window {
        let start: Timestamp
        let identity: AuditIdentity
        var bytes = 0
        /// By the event's name and its error.
        var leftOut: [ExactText: Int] = [:]
    }

    /// How long a window is.
    static let length = Duration.seconds(60)
    /// Pairs of name and error that a window counts by themselves. Further pairs are counted
    /// together.
    static let kinds = 1_000

    private let limits: Limits
    private let windows = Mutex<[Subject: Window]>([:])

    init(_ limits: Limits = Limits()) { self.limits = limits }

    /// Whether a record may be written, or was only counted.
    /// - Parameter error: the code of a refusal; nil for a read.
    func admits(
        _ event: AuditEventTable.Event, by principal: UniqueID, _ identity: AuditIdentity,
        error: IAMError.Code?
    ) -> Bool {
        let subject = Subject(
            account: event.account, principal: principal, isRefusal: error != nil)
        let limit = error == nil ? limits.reads : limits.refusals
        return windows.withLock { windows in
            var window = windows[subject] ?? Window(start: event.at, identity: identity)
            defer { windows[subject] = window }
            // The first record of a window is always written, however long.
            if window.bytes == 0 || window.bytes + event.record.utf8.count <= limit {
                window.bytes += event.record.utf8.count
                return true
            }
            var kind = ExactText("\(event.name) \(error?.code ?? "")")
            if window.leftOut[kind] == nil, window.leftOut.count >= Self.kinds { kind = "other" }
            window.leftOut[kind, default: 0] += 1
            return false
        }
    }

    /// Forgets everything. What was left out is not told of.
    func reset() {
        windows.withLock { $0 = [:] }
    }

    /// The records that say what was left out, of windows that have ended.
    /// - Parameter isLast: whether all windows end now.
    func summaries(at now: Timestamp, isLast: Bool = false) -> [AuditEventTable.Event] {
        let ended = windows.withLock { windows in
            // A clock that was set back ends a window, too.
            let ended = windows.filter {
                isLast || now < $0.value.start || now >= $0.value.start + Self.length
            }
            for subject in ended.keys { windows[subject] = nil }
            return ended
        }
        return ended.filter { !$0.value.leftOut.isEmpty }.map { subject, window in
            var additional = JSONObject()
            additional.string("from", window.start.iso8601)
            additional.string("to", now.iso8601)
            var counts = JSONObject()
            for (kind, count) in window.leftOut.sorted(by: { $0.key < $1.key }) {
                let name = kind.text.parts(at: " ", keepingEmpty: false).joined(separator: " ")
                counts.json(name, String(count))
            }
            additional.json("recordsLeftOut", counts.text)
            return AuditEvent(
                ofServer: "RecordsLeftOut", in: subject.account, by: window.identity, at: now,
                additional: additional.text
            ).row
        }
    }
}
