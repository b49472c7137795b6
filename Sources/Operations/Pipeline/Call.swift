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
    package let password: PreparedPassword?
    package let services: Services
    let caller: Caller
    let transaction: any Transaction

    /// Looks again at the caller's credential, in this transaction.
    /// - Throws: `InvalidClientTokenId` when it no longer stands.
    package init(
        _ caller: Caller, _ facts: RequestFacts, password: PreparedPassword? = nil,
        _ services: Services, in transaction: any Transaction
    ) throws {
        principal = try caller.principal(at: facts.now, in: transaction)
        self.caller = caller
        self.facts = facts
        self.password = password
        self.services = services
        self.transaction = transaction
    }

    package var now: Timestamp { facts.now }
    package var account: AccountID { principal.account }

    /// The system's generator, or a test's seeded one.
    package func withRandom<Value>(
        _ body: (inout any RandomNumberGenerator) throws -> Value
    ) rethrows -> Value {
        var random = services.random()
        return try body(&random)
    }
}

// The tables a handler uses, each bound to the caller's account where it has one.
extension Call {
    package var accounts: AccountTable { AccountTable(transaction) }
    package var users: UserTable { UserTable(transaction, of: account) }
    package var groups: GroupTable { GroupTable(transaction, of: account) }
    package var accessKeys: AccessKeyTable { AccessKeyTable(transaction) }
    package var inlinePolicies: InlinePolicyTable { InlinePolicyTable(transaction, of: account) }
    package var managedPolicies: ManagedPolicyTable {
        ManagedPolicyTable(transaction, of: account)
    }
    package var policyAttachments: PolicyAttachmentTable {
        PolicyAttachmentTable(transaction, of: account)
    }
    package var loginProfiles: LoginProfileTable { LoginProfileTable(transaction, of: account) }
    package var passwordHistory: PasswordHistoryTable {
        PasswordHistoryTable(transaction, of: account)
    }
    package var passwordPolicies: AccountPasswordPolicyTable {
        AccountPasswordPolicyTable(transaction)
    }
    package var accountAliases: AccountAliasTable { AccountAliasTable(transaction) }
    package var webSessions: WebSessionTable { WebSessionTable(transaction) }
    package var tags: TagTable { TagTable(transaction, of: account) }
}
