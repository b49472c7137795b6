package import AWSWire
import IAMIdentifiers
package import IAMModel

/// The operations on the root user's e-mail address of a member account. The management account of
/// its organization alone may ask for them, and there are no organizations here, so that all of
/// them are refused. A root user changes its own address in the console.
///
/// Source: AWS Account Management API Reference, StartPrimaryEmailUpdate, "AccountId".
/// <https://docs.aws.amazon.com/accounts/latest/APIReference/API_StartPrimaryEmailUpdate.html>
package enum PrimaryEmail {
    static let operations: [any Handler.Type] = [
        AccountManagement.GetPrimaryEmail.self, AccountManagement.StartPrimaryEmailUpdate.self,
        AccountManagement.AcceptPrimaryEmailUpdate.self,
        AccountManagement.GetPrimaryEmailUpdateStatus.self,
    ]
}

/// An operation of the management account of an organization, whatever it is asked.
package protocol ManagementAccountHandler: LookupHandler where Resource == Void {}

extension ManagementAccountHandler {
    package static func target(_ input: Input, _ call: Call) -> Target<Void> { .account(of: call) }

    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        throw call.refusalOutsideOrganization(of: action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw call.refusalOutsideOrganization(of: action)
    }
}

extension AccountManagement.GetPrimaryEmail: ManagementAccountHandler {}
extension AccountManagement.StartPrimaryEmailUpdate: ManagementAccountHandler {}
extension AccountManagement.AcceptPrimaryEmailUpdate: ManagementAccountHandler {}
extension AccountManagement.GetPrimaryEmailUpdateStatus: ManagementAccountHandler {}
