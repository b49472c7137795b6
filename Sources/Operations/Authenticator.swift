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
        let found = try await services.database.read { transaction in
            try AccessKeyTable(transaction).findWithSecret(id)
        }
        guard let (key, sealed) = found, key.status == .active else {
            throw IAMError.invalidClientTokenId
        }
        let secret = try services.sealer.openSecret(sealed, for: key.sealingContext)
        try signed.verify(
            secret: secret, now: now, services: scopes, keys: services.signingKeys)
        let isRoot = key.owner == UniqueID(rootOf: key.account)
        return Caller(
            account: key.account, identity: isRoot ? .root : .user(key.owner),
            credential: .accessKey(id))
    }

    /// The principal a caller is, in this transaction.
    /// - Throws: `InvalidClientTokenId` when the account is closed, the credential was withdrawn or
    ///   the user is gone.
    static func principal(
        _ caller: Caller, at now: Timestamp, in transaction: any Transaction
    ) throws -> Principal {
        guard let account = try AccountTable(transaction).find(caller.account),
            account.status == .active, try stands(caller, at: now, in: transaction)
        else { throw IAMError.invalidClientTokenId }
        switch caller.identity {
        case .root: return .root(account)
        case .user(let id):
            guard let user = try UserTable(transaction, of: caller.account).find(id) else {
                throw IAMError.invalidClientTokenId
            }
            return .user(user)
        }
    }

    private static func stands(
        _ caller: Caller, at now: Timestamp, in transaction: any Transaction
    ) throws -> Bool {
        switch caller.credential {
        case .accessKey(let id):
            let key = try AccessKeyTable(transaction).find(id)
            return key?.status == .active && key?.owner == caller.principalID
        case .webSession(let token):
            let session = try WebSessionTable(transaction).find(token.description)
            return session?.principal == caller.principalID
                && session?.account == caller.account && session?.isOpen(at: now) == true
        case .password(let hash):
            let profile = try LoginProfileTable(transaction, of: caller.account)
                .find(caller.principalID)
            return profile?.passwordHash == hash
        }
    }
}
