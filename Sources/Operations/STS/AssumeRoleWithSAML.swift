import Credentials
package import IAMIdentifiers
package import IAMModel
import IAMPolicy
package import Store

/// Taking on a role by the word of a SAML provider.
///
/// Source: AWS STS API Reference, AssumeRoleWithSAML.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html>
extension STS.AssumeRoleWithSAML: FederatedHandler {
    package static func prove(
        _ input: Input, _ facts: RequestFacts, _ services: Services
    ) async throws -> SAMLIdentity {
        let identity = try await SAMLVerification.identity(
            in: input.samlAssertion, by: input.principalArn, facts, services)
        try identity.requireRole(input.roleArn)
        return identity
    }

    package static func identity(_ proof: SAMLIdentity) -> FederatedIdentity {
        FederatedIdentity(
            provider: proof.provider.arn.description, of: proof.provider.account,
            proof.provider.id, .saml, subject: proof.subject, audience: proof.audience,
            conditions: RequestContext(proof.trustKeys.map { ($0.key.text, $0.value) }),
            sessionConditions: RequestContext(proof.sessionKeys.map { ($0.key.text, $0.value) }),
            tags: proof.tags.map { Tag(key: $0.key, value: $0.value) },
            transitiveTagKeys: proof.transitiveTagKeys, sourceIdentity: proof.sourceIdentity,
            longestSession: proof.longestSession, assertionID: proof.assertion.id)
    }

    /// The session has the name that the assertion gives it.
    package static func request(_ input: Input, _ proof: SAMLIdentity) -> RoleAssumption {
        RoleAssumption(
            roleARN: input.roleArn, sessionName: proof.sessionName,
            duration: input.durationSeconds, policy: input.policy, policyARNs: input.policyArns,
            tokenSize: input.minimumSessionTokenSize)
    }

    package static func take(
        _ proof: SAMLIdentity, at now: Timestamp, in transaction: any Transaction
    ) throws {
        try proof.take(at: now, in: transaction)
    }

    package static func output(_ session: FederatedSession, _ proof: SAMLIdentity) -> Output {
        Output(
            credentials: session.issued.shape, assumedRoleUser: session.user,
            packedPolicySize: session.issued.packedPolicySize, subject: proof.subject,
            subjectType: proof.subjectType, issuer: proof.issuer, audience: proof.audience,
            nameQualifier: proof.nameQualifier, sourceIdentity: proof.sourceIdentity,
            sessionTokenUtilization: session.issued.tokenUtilization,
            sessionTokenSize: session.issued.tokenSize)
    }
}
