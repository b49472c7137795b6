/// The clock of a database that several servers share, which is one for all of them.
package struct SharedClock: Sendable {
    /// Gives one row with the column `now`: microseconds since 1970.
    private let query: SQL

    package init(_ query: SQL) { self.query = query }

    /// The time since 1970. It may go back when the database moves to another machine.
    package func moment(in transaction: any Transaction) throws(StoreError) -> Duration {
        .microseconds(try transaction.rows(query)[0].integer("now"))
    }
}
