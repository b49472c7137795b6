// Written by ModelGenerator from Models/sts.json. Do not edit: `make generate`.

package import AWSWire

extension STS {
    /// Every operation of the service, 12 in all.
    package static let operations: [any Operation.Type] = [
        AssumeRole.self,
        AssumeRoleWithSAML.self,
        AssumeRoleWithWebIdentity.self,
        AssumeRoot.self,
        DecodeAuthorizationMessage.self,
        GetAccessKeyInfo.self,
        GetCallerIdentity.self,
        GetDelegatedAccessToken.self,
        GetFederationToken.self,
        GetScopedCredentials.self,
        GetSessionToken.self,
        GetWebIdentityToken.self,
    ]
}
