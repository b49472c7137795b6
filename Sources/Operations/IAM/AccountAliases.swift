import IAMIdentifiers
package import IAMModel
import Store

/// The operations on the account's alias, the name in the address of its sign-in page.
///
/// An account has at most one, and an alias belongs to at most one account of this installation.
package enum AccountAliases {
    static let operations: [any Handler.Type] = [
        IAM.CreateAccountAlias.self, IAM.ListAccountAliases.self, IAM.DeleteAccountAlias.self,
    ]
}

extension IAM.CreateAccountAlias: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Gives the account its alias, in place of the one it had.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS quotas": one alias an account, and none that could
    /// be taken for an account ID.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let alias = input.accountAlias
        guard AccountID(alias) == nil else {
            throw IAMError.validationError(
                "An account alias cannot be twelve digits, which name an account.",
                about: "AccountAlias")
        }
        let taken = IAM.Errors.entityAlreadyExists(
            "The account alias \(alias) already exists.", about: "AccountAlias")
        guard try call.tables.accountAliases.account(named: alias) == nil else { throw taken }
        try call.tables.accountAliases.delete(of: call.account)
        guard try call.tables.accountAliases.insert(alias, of: call.account, at: call.now) else {
            throw taken
        }
        return Output()
    }
}

extension IAM.ListAccountAliases: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let aliases = try call.tables.accountAliases.alias(of: call.account).map { [$0] } ?? []
        let page = paging.page(of: aliases) { $0 }
        return Output(
            accountAliases: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.DeleteAccountAlias: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard try call.tables.accountAliases.alias(of: call.account) == input.accountAlias else {
            throw IAM.Errors.noSuchEntity(
                "The account alias with name \(input.accountAlias) cannot be found.",
                about: "AccountAlias")
        }
        try call.tables.accountAliases.delete(of: call.account)
        return Output()
    }
}
