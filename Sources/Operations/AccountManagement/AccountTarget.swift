package import AWSWire
import IAMIdentifiers
package import IAMModel
import IAMPolicy

// What the operations of Account Management have in common: all of them are on an account.
extension Target where Resource == Void {
    /// The caller's own account, as policies name it.
    ///
    /// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS
    /// Account Management", resource type `account`.
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_account.html>
    static func account(of call: Call) -> Target {
        Target(
            ARN(service: "account", account: call.account.description, resource: "account")
                .description, of: call.account)
    }
}

extension Call {
    /// The refusal of what only the management account of an organization, or an account that it
    /// delegated to, may ask. There are no organizations here, so it answers everyone. AWS's
    /// sentence names no resource and no reason.
    ///
    /// Sources: AWS Account Management API Reference, PutContactInformation, "AccountId";
    /// answers of AWS's in September 2022 and July 2026.
    /// <https://docs.aws.amazon.com/accounts/latest/APIReference/API_PutContactInformation.html>
    /// <https://github.com/turbot/steampipe-plugin-aws/issues/1309>
    /// <https://github.com/crossplane-contrib/provider-upjet-aws/pull/2172>
    func refusalOutsideOrganization(of action: String) -> IAMError {
        .accessDenied("User: \(principal.arn) is not authorized to perform: \(action)")
    }
}

/// An operation on the caller's own account. One that names an account, the own one too, is
/// refused.
package protocol AccountHandler: Handler where Resource == Void, Input: MayNameAccount {}

extension AccountHandler {
    package static func target(_ input: Input, _ call: Call) -> Target<Void> { .account(of: call) }

    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        guard input.accountId == nil else {
            throw call.refusalOutsideOrganization(of: action)
        }
        try call.authorize(action, on: target, with: conditions(input, on: target, call))
    }
}
