package import IAMIdentifiers
import Store

/// What people call an account.
package struct AccountNames: Sendable, Equatable {
    /// The name given at sign-up.
    package let name: String
    /// What may stand for its ID on the sign-in page; nil when it has none.
    package let alias: String?
}

extension SignIn {
    /// What the frame of a signed-in page shows of its account. No operation: whoever is signed in
    /// may know what they gave on the sign-in page.
    package func names(of account: AccountID) async throws -> AccountNames? {
        try await services.database.read { transaction in
            guard let found = try AccountTable(transaction).find(account) else { return nil }
            return AccountNames(
                name: found.name, alias: try AccountAliasTable(transaction).alias(of: account))
        }
    }
}
