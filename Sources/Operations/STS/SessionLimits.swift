import AWSWire
import IAMIdentifiers
import IAMModel

/// What temporary credentials may not be used for, whatever the policies say.
///
/// Sources: IAM User Guide, "Compare AWS STS credentials", "Restrictions on resulting temporary
/// credentials"; AWS STS API Reference, GetSessionToken and GetFederationToken, "Permissions". The
/// code for IAM is that of AWS's answers.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html>
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html>
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html>
extension Caller {
    /// - Throws: `InvalidClientTokenId` where IAM does not take these credentials; `AccessDenied`
    ///   where STS does not.
    func requireMayCall<Op: Handler>(_: Op.Type) throws {
        guard let session else { return }
        let service = Op.facts.service.signingName
        // That IAM does not take them is a restriction of requests that are signed, and not of
        // sessions of the console. That STS does not is one of both.
        let isSigned = webSession == nil
        switch session.subject {
        case .caller:
            if service == "iam", isSigned, session.secondFactorAt == nil {
                throw IAMError.invalidClientTokenId
            }
            if service == "sts" {
                try require(
                    Op.self,
                    among: [
                        "AssumeRole", "GetCallerIdentity", "GetScopedCredentials",
                        "GetWebIdentityToken", "GetDelegatedAccessToken",
                    ])
            }
        case .federatedUser:
            if service == "iam", isSigned { throw IAMError.invalidClientTokenId }
            if service == "sts" {
                try require(
                    Op.self,
                    among: ["GetCallerIdentity", "GetScopedCredentials", "GetDelegatedAccessToken"])
            }
        case .role: break
        }
    }

    private func require<Op: Handler>(_: Op.Type, among names: [String]) throws {
        guard names.contains(Op.name) else { throw IAMError.sessionMayNotCall(Op.name) }
    }
}

extension IAMError {
    /// The operation takes long-term credentials alone.
    static func sessionMayNotCall(_ operation: String) -> Self {
        accessDenied("Cannot call \(operation) with session credentials")
    }
}
