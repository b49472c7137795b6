import IAMIdentifiers
package import IAMModel
import Store

/// The operations on what an account is called and since when it is there.
package enum AccountInformation {
    static let operations: [any Handler.Type] = [
        AccountManagement.GetAccountInformation.self, AccountManagement.PutAccountName.self,
        AccountManagement.GetGovCloudAccountInformation.self,
    ]
}

extension AccountManagement.GetAccountInformation: LookupHandler, AccountHandler {
    /// Whoever can ask belongs to an account that is active.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard let account = try call.tables.accounts.find(call.account) else {
            throw IAMError.serviceFailure
        }
        return Output(
            accountId: account.id.description, accountName: Secret(account.name),
            accountCreatedDate: account.createdAt, accountState: .active)
    }
}

extension AccountManagement.PutAccountName: ChangingHandler, AccountHandler {
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let name = input.accountName.reveal()
        guard AccountDetails.isName(name) else {
            throw IAMError.validationError(
                "An account name has 1 to 50 characters that print and are neither < nor >, one "
                    + "of them not a space.", about: "AccountName")
        }
        try call.tables.accounts.setName(name, of: call.account)
        return Output()
    }
}

extension AccountManagement.GetGovCloudAccountInformation.Input: MayNameAccount {
    package var accountId: String? { self.standardAccountId }
}

/// No account here is linked to one of AWS GovCloud (US).
///
/// Source: AWS Account Management API Reference, GetGovCloudAccountInformation.
/// <https://docs.aws.amazon.com/accounts/latest/APIReference/API_GetGovCloudAccountInformation.html>
extension AccountManagement.GetGovCloudAccountInformation: LookupHandler, AccountHandler {
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw AccountManagement.Errors.resourceNotFound(
            "No GovCloud account is linked to the account \(call.account).")
    }
}
