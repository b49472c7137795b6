package import Credentials
package import IAMIdentifiers
import IAMModel
import Store

/// Whoever comes to the console with the answer of a SAML provider.
///
/// Sources: IAM User Guide, "Enabling SAML 2.0 federated principals to access the AWS Management
/// Console"; "Configure SAML assertions for the authentication response".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-saml.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html>
extension SignIn {
    /// What a response offers whoever brings it.
    package struct SAMLOffer: Sendable {
        /// The roles, of which one is chosen. Whether its trust policy allows it is asked then.
        package let roles: [SAMLRole]
        /// How long the provider lets a session last, in seconds; nil where it does not say.
        let longestSession: Int?
    }

    /// Providers that are looked for of those that a response names.
    private static let mostProviders = 100

    /// What a response offers, once its signature was verified. Nothing of it is used up.
    ///
    /// A provider may be registered in several accounts, and a response may give roles in each of
    /// them. One that is here has to have signed it; the one whose role is chosen is asked once
    /// more when the session begins. Roles by the word of providers that are not here are left out.
    /// - Parameter provider: the ID of the provider that has to have signed; nil for the first that
    ///   the response names and this server knows.
    /// - Throws: what AssumeRoleWithSAML throws of its assertion.
    package func offer(
        of response: Secret, by provider: String?, _ facts: RequestFacts
    ) async throws(IAMError) -> SAMLOffer {
        do {
            var names: [String]
            if let provider {
                names = [try await arn(ofProvider: provider)].compactMap(\.self)
            } else {
                let claimed = try await SAMLVerification.claimedRoles(
                    in: response, facts, services)
                names = try await known(claimed.map(\.provider))
            }
            guard let first = names.first else {
                throw STS.Errors.invalidIdentityToken("Specified provider doesn't exist")
            }
            let identity = try await SAMLVerification.identity(
                in: response, by: first, facts, services)
            if provider == nil { names = try await known(identity.roles.map(\.provider)) }
            return SAMLOffer(
                roles: identity.roles.filter { role in
                    names.contains { $0.isExactly(role.provider) }
                },
                longestSession: identity.longestSession)
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    /// Begins a session of a role that an offer names. The assertion is used up.
    /// - Returns: the token for the browser.
    /// - Throws: what AssumeRoleWithSAML throws.
    package func begin(
        _ role: SAMLRole, of offer: SAMLOffer, by response: Secret, _ facts: RequestFacts
    ) async throws(IAMError) -> RandomToken {
        // What the provider allows is what is asked for. A session is no longer than that, also
        // where less is left than may be asked for.
        let seconds = offer.longestSession.map { max(900, $0) }
        let (_, session) = try await pipeline.begin(
            STS.AssumeRoleWithSAML.self,
            .init(
                roleArn: role.role, principalArn: role.provider, samlAssertion: response,
                durationSeconds: seconds),
            facts)
        do {
            return try await begin(session.grant, facts)
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    private func arn(ofProvider id: String) async throws -> String? {
        try await services.database.read { transaction in
            try SAMLProviderTable.find(UniqueID(stored: id), transaction)?.arn.description
        }
    }

    /// Those providers that are here, each once.
    private func known(_ arns: [String]) async throws -> [String] {
        var names: [String] = []
        for arn in arns where !names.contains(where: { $0.isExactly(arn) }) { names.append(arn) }
        let candidates = names.prefix(Self.mostProviders)
        return try await services.database.read { transaction in
            try candidates.filter { arn in
                guard let (account, name) = SAMLProviders.parts(ofARN: arn) else { return false }
                return try SAMLProviderTable(transaction, of: account).contains(named: name)
            }
        }
    }
}
