import AWSWire
import Credentials
import IAMIdentifiers
import Store

/// Tells who sent a request, by its signature.
package enum Authenticator {
    /// Checks the signature of `request` and names its caller.
    /// - Parameters:
    ///   - scopes: the names that a credential scope may hold, as `iam`.
    /// - Throws: `InvalidClientTokenId` for a key that is unknown, inactive or of a closed account,
    ///   and ``SignatureError`` for a signature that is not accepted.
    static func caller(
        of signed: SigV4Request, at now: Timestamp, serving scopes: Set<ExactText>,
        _ services: Services
    ) async throws -> Caller {
        // Temporary credentials come with roles; until then no token is one of ours.
        guard signed.sessionToken == nil, let id = AccessKeyID(signed.accessKeyID) else {
            throw IAMError.invalidClientTokenId
        }
        let found = try await services.database.lookUp { transaction in
            try AccessKeyTable(transaction).findWithSecret(id)
        }
        guard let (key, sealed) = found, key.status == .active else {
            throw IAMError.invalidClientTokenId
        }
        let secret = try services.sealer.openSecret(sealed, for: key.sealingContext)
        try signed.verify(
            secret: secret, now: now, services: scopes, keys: services.signingKeys)
        return Caller(account: key.account, principalID: key.owner, credential: .accessKey(id))
    }
}
