import AWSWire
import Credentials
import IAMIdentifiers
import Store

/// Who signed a request.
struct Signer: Sendable {
    let caller: Caller
    /// Whether the signature was verified by what was known of the key, without asking the store.
    let isKnown: Bool
}

/// Tells who sent a request, by its signature.
package enum Authenticator {
    /// Checks the signature of `request` and names its caller.
    /// - Parameters:
    ///   - rules: the names that a credential scope may hold, as `iam`, with their rules.
    ///   - isFresh: whether the store is asked, whatever is known.
    /// - Throws: `InvalidClientTokenId` for a key that is unknown, inactive or of a closed account,
    ///   ``UnmatchedSignature`` for a signature that is not the key's, `ExpiredToken` for temporary
    ///   credentials that have expired, and ``SignatureError`` for a
    ///   signature that is refused for another reason.
    static func signer(
        of signed: SigV4Request, at now: Timestamp, serving rules: [ExactText: SignatureRules],
        _ services: Services, isFresh: Bool = false
    ) async throws -> Signer {
        guard let id = AccessKeyID(signed.accessKeyID) else { throw IAMError.invalidClientTokenId }
        if let token = signed.sessionToken {
            let caller = try caller(
                of: signed, by: token, id, at: now, serving: rules, services)
            return Signer(caller: caller, isKnown: false)
        }
        // What is wrong with the signature is told by the key as it is now.
        if !isFresh, let known = services.knownAccessKeys[id],
            let caller = try? caller(of: signed, by: known, at: now, serving: rules, services)
        {
            return Signer(caller: caller, isKnown: true)
        }
        let found = try await services.database.lookUp { transaction in
            try AccessKeyTable(transaction).findWithSecret(id)
        }
        guard let (key, sealed) = found, key.status == .active else {
            throw IAMError.invalidClientTokenId
        }
        let entry = KnownAccessKeys.Entry(key: key, sealedSecret: sealed)
        let caller = try caller(of: signed, by: entry, at: now, serving: rules, services)
        services.knownAccessKeys.keep(entry)
        return Signer(caller: caller, isKnown: false)
    }

    private static func caller(
        of signed: SigV4Request, by known: KnownAccessKeys.Entry, at now: Timestamp,
        serving rules: [ExactText: SignatureRules], _ services: Services
    ) throws -> Caller {
        let key = known.key
        do {
            try signed.verify(
                sealed: known.sealedSecret, now: now, services: rules, keys: services.signingKeys
            ) {
                try services.sealer.openSecret(known.sealedSecret, for: key.sealingContext)
            }
        } catch {
            guard case SignatureError.mismatch = error else { throw error }
            throw UnmatchedSignature(text: signed.signedText())
        }
        return Caller(
            account: key.account, principalID: key.owner, credential: .accessKey(key.id),
            sealedSecret: known.sealedSecret)
    }

    /// Asks the store whether the credential of a caller stands.
    /// - Throws: `InvalidClientTokenId` when it does not.
    static func confirm(
        _ caller: Caller, at now: Timestamp, _ services: Services
    ) async throws {
        try await services.database.lookUp(for: caller.account) { transaction in
            _ = try caller.principal(at: now, in: transaction)
        }
    }

    /// Whoever signed with temporary credentials. What they were granted comes with the request;
    /// whether it still stands is looked up with the principal.
    /// - Throws: as above; `ExpiredToken` when the credentials have expired.
    private static func caller(
        of signed: SigV4Request, by token: String, _ id: AccessKeyID, at now: Timestamp,
        serving rules: [ExactText: SignatureRules], _ services: Services
    ) throws -> Caller {
        guard id.kind == .temporary,
            let session = SessionGrant.open(token, for: id, at: now, services.sealer)
        else { throw IAMError.invalidClientTokenId }
        try signed.verify(session.secret, at: now, serving: rules, services)
        guard session.isOpen(at: now) else { throw IAMError.expiredToken }
        return Caller(session)
    }
}

extension SigV4Request {
    /// - Throws: ``UnmatchedSignature`` for a signature that is not the key's.
    fileprivate func verify(
        _ secret: Secret, at now: Timestamp, serving rules: [ExactText: SignatureRules],
        _ services: Services
    ) throws {
        do {
            try verify(secret: secret, now: now, services: rules, keys: services.signingKeys)
        } catch .mismatch {
            throw UnmatchedSignature(text: signedText())
        }
    }
}

/// The signature does not match the key that it names.
struct UnmatchedSignature: Error {
    /// What would have to be signed; nil if nothing could be.
    let text: SignedText?
}
