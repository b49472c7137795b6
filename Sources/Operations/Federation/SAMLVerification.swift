import Credentials
package import IAMIdentifiers
import IAMModel
package import Store
import Workers

/// Turns a response that somebody brings into who they are.
///
/// Nothing of a response is believed before its signature, and nothing of it is used up here: who
/// begins a session takes the assertion in the same transaction; see ``SAMLIdentity/take(at:in:)``.
package enum SAMLVerification {
    /// How long after it was issued an assertion is taken, in AWS's words "within 5 minutes of
    /// issuance". Source: answers of AWS's, of which the sentence below is one.
    static let lifetime = Duration.seconds(300)
    /// By how much an identity provider's clock may go before ours.
    static let leeway = Duration.seconds(60)

    /// Who brings a response.
    /// - Parameters:
    ///   - response: base64 of the response, as a browser or a client sends it.
    ///   - providerARN: the provider that is said to have signed it.
    /// - Throws: `InvalidIdentityToken`, `ExpiredTokenException`, `IDPRejectedClaim`, and
    ///   `AccessDenied` for an assertion that names nobody.
    package static func identity(
        in response: Secret, by providerARN: String, _ facts: RequestFacts, _ services: Services
    ) async throws -> SAMLIdentity {
        let now = facts.now
        guard let (account, name) = SAMLProviders.parts(ofARN: providerARN) else {
            throw IAMError.validationError("Principal ARN is invalid", about: "PrincipalArn")
        }
        let bytes = try document(response)
        let found = try await services.database.read { transaction in
            try stored(name, of: account, in: transaction)
        }
        guard let found else {
            throw STS.Errors.invalidIdentityToken(
                "Specified provider doesn't exist", about: "PrincipalArn")
        }
        // Anybody may ask for it, so it is in the line of the address that asks.
        let line = ExactText(facts.clientAddress.group)
        return try await services.strangersWork.run(for: line) { _ in
            let keys = try found.keys.map {
                try services.sealer.openSecret(
                    $0.sealed,
                    for: SAMLProvider.sealingContext($0.id, of: found.provider.id, in: account))
            }
            return try identity(
                in: bytes, by: found.provider, keys,
                recipients: recipients(of: found.provider, services), at: now)
        }
    }

    /// The roles that a response claims to give. Nobody has verified it yet.
    static func claimedRoles(
        in response: Secret, _ facts: RequestFacts, _ services: Services
    ) async throws -> [SAMLRole] {
        let bytes = try document(response)
        return try await services.strangersWork.run(for: ExactText(facts.clientAddress.group)) {
            _ in
            do {
                return SAMLRole.all(in: try SAMLResponse.claimed(SAMLRole.attribute, in: bytes))
            } catch let fault as SAMLFault { throw IAMError(fault) }
        }
    }

    /// The bytes of a response. Line breaks in it are the sender's.
    static func document(_ response: Secret) throws -> [UInt8] {
        let digits = response.reveal().utf8.filter { $0 > 0x20 }
        guard
            let bytes = Base64.standard.decoded(
                String(decoding: digits, as: UTF8.self), acceptsSpareBits: true)
        else {
            throw STS.Errors.invalidIdentityToken(
                "Invalid base64 SAMLResponse", about: "SAMLAssertion")
        }
        return bytes
    }

    private static func stored(
        _ name: String, of account: AccountID, in transaction: any Transaction
    ) throws -> (provider: SAMLProvider, keys: [SAMLProvider.PrivateKey])? {
        let table = SAMLProviderTable(transaction, of: account)
        guard let owner = try AccountTable(transaction).find(account), owner.status == .active,
            let provider = try table.find(named: name)
        else { return nil }
        return (provider, try table.privateKeys(of: provider.id))
    }

    private static func identity(
        in bytes: [UInt8], by provider: SAMLProvider, _ keys: [Secret], recipients: SAMLRecipients,
        at now: Timestamp
    ) throws -> SAMLIdentity {
        guard provider.validUntil > now else {
            throw STS.Errors.invalidIdentityToken("The metadata of the provider has expired")
        }
        let response: SAMLResponse
        do {
            response = try SAMLResponse(
                verifying: bytes, by: SAMLMetadata(provider.metadata), privateKeys: keys,
                requiresEncryption: provider.requiresEncryption)
        } catch let fault as SAMLFault { throw IAMError(fault) }
        try check(response.assertion, at: now)
        guard recipients.contains(response.assertion.recipient),
            response.destination.map(recipients.contains) ?? true
        else {
            throw STS.Errors.invalidIdentityToken("Recipient in AuthnResponse is not valid")
        }
        guard !response.assertion.audiences.isEmpty,
            response.assertion.audiences.allSatisfy({ $0.contains(where: recipients.isAudience) })
        else {
            throw STS.Errors.invalidIdentityToken(
                "Response does not contain the required audience.")
        }
        return try SAMLIdentity(response.assertion, by: provider, at: now)
    }

    /// Looks at the times of an assertion.
    private static func check(_ assertion: SAMLAssertion, at now: Timestamp) throws {
        guard now < assertion.issuedAt + lifetime else {
            throw STS.Errors.expiredToken("Token must be redeemed within 5 minutes of issuance")
        }
        guard now < assertion.notOnOrAfter else {
            throw STS.Errors.expiredToken("NotOnOrAfter in AuthnResponse has passed")
        }
        let start = [assertion.issuedAt, assertion.notBefore].compactMap(\.self).max()
        guard let start, start <= now + leeway else {
            throw STS.Errors.invalidIdentityToken("NotBefore in AuthnResponse has not come yet")
        }
    }

    /// To whom a response may be addressed.
    static func recipients(of provider: SAMLProvider, _ services: Services) -> SAMLRecipients {
        SAMLRecipients(
            of: provider.id, mustNameProvider: provider.requiresEncryption,
            origins: services.signInSettings.origins)
    }
}

extension IAMError {
    /// What a fault of a response is answered with.
    fileprivate init(_ fault: SAMLFault) {
        self =
            switch fault {
            case .malformed:
                STS.Errors.invalidIdentityToken("Your request included an invalid SAML response.")
            case .notAuthenticated:
                STS.Errors.idpRejectedClaim(
                    "The identity provider (IdP) reported that authentication failed.")
            case .badSignature: STS.Errors.invalidIdentityToken("Response signature invalid")
            case .otherIssuer:
                STS.Errors.invalidIdentityToken("Issuer not present in specified provider")
            case .cannotDecrypt:
                STS.Errors.invalidIdentityToken("The SAML assertion cannot be decrypted")
            case .notEncrypted:
                STS.Errors.invalidIdentityToken(
                    "The SAML assertion has to be encrypted, as the provider requires")
            case .noSubject: .accessDenied("Not authorized to perform sts:AssumeRoleWithSAML")
            case .noConfirmation:
                // The misspelling is AWS's.
                STS.Errors.invalidIdentityToken(
                    "Responses must contain SubjectConfirmatonData with a Recipient and "
                        + "NotOnOrAfter")
            }
    }
}

extension SAMLIdentity {
    /// Uses the assertion up.
    /// - Throws: `InvalidIdentityToken` when it was used before, or its provider is gone.
    package func take(at now: Timestamp, in transaction: any Transaction) throws {
        let table = SAMLProviderTable(transaction, of: provider.account)
        guard try table.contains(provider.id) else {
            throw STS.Errors.invalidIdentityToken(
                "Specified provider doesn't exist", about: "PrincipalArn")
        }
        let end = min(
            assertion.notOnOrAfter, assertion.issuedAt + SAMLVerification.lifetime)
        guard try table.take(useKey, of: provider.id, until: end, at: now) else {
            throw STS.Errors.invalidIdentityToken("The SAML assertion was used before")
        }
    }

    /// - Throws: `InvalidIdentityToken` for a role that the assertion does not give.
    package func requireRole(_ arn: String) throws {
        let provider = provider.arn.description
        guard roles.contains(where: { $0.role.isExactly(arn) && $0.provider.isExactly(provider) })
        else {
            throw STS.Errors.invalidIdentityToken(
                "SAML Assertion doesn't contain the requested Role and Metadata in the attributes")
        }
    }
}
