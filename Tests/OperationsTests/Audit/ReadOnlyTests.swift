import Testing

@testable import Operations

@Suite struct ReadOnlyTests {
    @Test("records call an operation read-only as AWS's reference does, whatever the store sees")
    func reference() throws {
        for handler in AWSService.all.handlers {
            #expect(
                ActionReference[handler.action] != nil,
                "\(handler.action) is not in the reference")
        }
        // Where the two differ: nothing is stored, or it is refused to all, and AWS still calls it
        // a write. Reports are stored, and AWS calls asking for one a read.
        let differ = AWSService.all.handlers.filter { $0.isReadOnly == $0.changes }.map { $0.name }
        #expect(
            differ.sorted() == [
                "AcceptDelegationRequest", "AcceptPrimaryEmailUpdate", "AcquireRole",
                "AssociateDelegationRequest", "AssumeRole", "AssumeRoot",
                "CreateDelegationRequest", "DecodeAuthorizationMessage",
                "DisableOrganizationsRootCredentialsManagement",
                "DisableOrganizationsRootSessions",
                "EnableOrganizationsRootCredentialsManagement",
                "EnableOrganizationsRootSessions", "GenerateCredentialReport",
                "GenerateServiceLastAccessedDetails", "GetDelegatedAccessToken",
                "GetFederationToken", "GetScopedCredentials",
                "GetWebIdentityToken", "RejectDelegationRequest", "SendDelegationToken",
                "SendPhoneNumberVerification", "StartPrimaryEmailUpdate",
                "UpdateDelegationRequest", "VerifyPhoneNumber",
            ])
    }
}
