// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire

extension AccountManagement {
    /// Every operation of the service, 18 in all.
    package static let operations: [any Operation.Type] = [
        AcceptPrimaryEmailUpdate.self,
        DeleteAlternateContact.self,
        DisableRegion.self,
        EnableRegion.self,
        GetAccountInformation.self,
        GetAlternateContact.self,
        GetContactInformation.self,
        GetGovCloudAccountInformation.self,
        GetPrimaryEmail.self,
        GetPrimaryEmailUpdateStatus.self,
        GetRegionOptStatus.self,
        ListRegions.self,
        PutAccountName.self,
        PutAlternateContact.self,
        PutContactInformation.self,
        SendPhoneNumberVerification.self,
        StartPrimaryEmailUpdate.self,
        VerifyPhoneNumber.self,
    ]
}
