import Credentials
package import IAMIdentifiers
import IAMPolicy
package import Store

/// One operation at work: everything a handler may use, for one transaction's time.
///
/// Not `Sendable`: it cannot outlive the transaction it holds.
package final class Call {
    package let principal: any Principal
    package let facts: RequestFacts
    package let prepared: Prepared?
    /// The MFA device that the request proved, before this transaction; nil for none.
    let provedDevice: Caller.ProvedDevice?
    package let services: Services
    let caller: Caller
    /// Those of the caller's account.
    let tables: AccountTables

    /// Looks again at the caller's credential, in this transaction.
    /// - Throws: `InvalidClientTokenId` when it no longer stands.
    package init(
        _ caller: Caller, _ facts: RequestFacts, prepared: Prepared? = nil,
        proving provedDevice: Caller.ProvedDevice? = nil, _ services: Services,
        in transaction: any Transaction
    ) throws {
        principal = try caller.principal(at: facts.now, in: transaction)
        self.caller = caller
        self.facts = facts
        self.prepared = prepared
        self.provedDevice = provedDevice
        self.services = services
        tables = AccountTables(transaction, of: principal.account)
    }

    package var now: Timestamp { facts.now }
    package var account: AccountID { principal.account }
    var transaction: any Transaction { tables.transaction }

    /// The system's generator, or a test's seeded one.
    package func withRandom<Value>(
        _ body: (inout any RandomNumberGenerator) throws -> Value
    ) rethrows -> Value {
        var random = services.random()
        return try body(&random)
    }
}
