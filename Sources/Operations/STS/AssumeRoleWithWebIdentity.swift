import AWSWire
import IAMIdentifiers
package import IAMModel
import IAMPolicy
import Store

// Taking on a role by the word of an OpenID Connect provider.
extension STS.AssumeRoleWithWebIdentity: FederatedHandler {
    package static func prove(
        _ input: Input, _ facts: RequestFacts, _ services: Services
    ) async throws -> WebIdentity {
        guard let account = ARN(input.roleArn).flatMap({ AccountID($0.account) }) else {
            throw IAMError.validationError("Request ARN is invalid", about: "RoleArn")
        }
        if let provider = input.providerId {
            throw WebIdentityRefusal.accessToken(of: provider)
        }
        return try await WebIdentity.verify(
            input.webIdentityToken.reveal(), for: account, at: facts.now, services)
    }

    package static func identity(_ proof: WebIdentity) -> FederatedIdentity {
        FederatedIdentity(
            provider: proof.provider.arn.description, of: proof.provider.account,
            proof.provider.id, .webIdentity, subject: proof.subject, audience: proof.audience,
            conditions: proof.conditions, sessionConditions: proof.sessionConditions,
            tags: proof.tags, transitiveTagKeys: proof.transitiveTagKeys,
            sourceIdentity: proof.sourceIdentity)
    }

    package static func request(_ input: Input, _ proof: WebIdentity) -> RoleAssumption {
        RoleAssumption(
            roleARN: input.roleArn, sessionName: input.roleSessionName,
            duration: input.durationSeconds, policy: input.policy, policyARNs: input.policyArns,
            tokenSize: input.minimumSessionTokenSize)
    }

    /// Source: AWS STS API Reference, AssumeRoleWithWebIdentity: `Provider` is the token's `iss`.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>
    package static func output(_ session: FederatedSession, _ proof: WebIdentity) -> Output {
        Output(
            credentials: session.issued.shape, subjectFromWebIdentityToken: proof.subject,
            assumedRoleUser: session.user, packedPolicySize: session.issued.packedPolicySize,
            provider: proof.provider.url, audience: proof.audience,
            sourceIdentity: session.grant.sourceIdentity,
            sessionTokenUtilization: session.issued.tokenUtilization,
            sessionTokenSize: session.issued.tokenSize)
    }
}
