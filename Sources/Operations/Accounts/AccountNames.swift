package import IAMIdentifiers
import Store

/// What people call an account.
package struct AccountNames: Sendable, Equatable {
    /// The name given at sign-up.
    package let name: String
    /// The alias, which the sign-in page takes in place of the ID; nil when it has none.
    package let alias: String?
}

extension SignIn {
    /// The account's names, for the frame of a signed-in page. It is no operation and needs no
    /// permission, since the user gave one of these names on the sign-in page.
    package func names(of account: AccountID) async throws -> AccountNames? {
        try await services.database.lookUp { transaction in
            guard let found = try AccountTable(transaction).find(account) else { return nil }
            return AccountNames(
                name: found.name, alias: try AccountAliasTable(transaction).alias(of: account))
        }
    }
}
