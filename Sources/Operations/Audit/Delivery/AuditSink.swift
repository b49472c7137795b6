package import IAMIdentifiers
import Store

/// Where audit records go besides the store, such as a directory or a collector.
package protocol AuditSink: Sendable {
    /// What its progress is kept under.
    var target: String { get }
    /// How long records may wait for others, which are then given with them.
    var interval: Duration { get }
    /// How old a record may be for which it is given one at all; nil for any age. Asked when it
    /// is given records of an account for the first time.
    var reach: Duration? { get }

    /// Takes records of one account, which follow each other in its chain. It returns when they
    /// are where they belong. The same records may come again: when the server ended in between,
    /// or when this throws.
    func take(_ records: [DeliveredRecord], of account: AccountID) async throws
}

/// An audit record on its way.
package struct DeliveredRecord: Sendable {
    /// Its place in the account's chain, counted from 1.
    package let place: Int
    /// CloudTrail's JSON.
    package let record: String
    package let eventName: String
    package let at: Timestamp

    init(_ chained: ChainedEvent) {
        place = chained.link.sequence
        record = chained.event.record
        eventName = chained.event.name
        at = chained.event.at
    }
}
