import AWSWire
import Credentials
import IAMIdentifiers
import Store

/// Tells who sent a request, by its signature.
package enum Authenticator {
    /// Checks the signature of `request` and names its caller.
    /// - Parameters:
    ///   - rules: the names that a credential scope may hold, as `iam`, with their rules.
    /// - Throws: `InvalidClientTokenId` for a key that is unknown, inactive or of a closed account,
    ///   ``UnmatchedSignature`` for a signature that is not the key's, and ``SignatureError`` for a
    ///   signature that is refused for another reason.
    static func caller(
        of signed: SigV4Request, at now: Timestamp, serving rules: [ExactText: SignatureRules],
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
        do {
            try signed.verify(
                secret: secret, now: now, services: rules, keys: services.signingKeys)
        } catch .mismatch {
            throw UnmatchedSignature(text: signed.signedText())
        }
        return Caller(account: key.account, principalID: key.owner, credential: .accessKey(id))
    }
}

/// The signature does not match the key that it names.
struct UnmatchedSignature: Error {
    /// What would have to be signed; nil if nothing could be.
    let text: SignedText?
}
