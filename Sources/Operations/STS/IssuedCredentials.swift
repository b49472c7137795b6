import Credentials
import IAMIdentifiers
import IAMModel

/// Temporary credentials as an answer of STS shows them, with how large their token is.
struct IssuedCredentials: Sendable {
    let shape: STS.Shape.Credentials
    /// In bytes.
    let tokenSize: Int
    /// How much of the largest token there is it takes, in percent, rounded up.
    let tokenUtilization: Int

    /// ``tokenUtilization`` where the session was given policies or tags; nil where it was not.
    let packedPolicySize: Int?

    /// - Parameter size: the least size of the token that the client asks for; nil for none.
    /// - Throws: `PackedPolicyTooLarge`.
    init(
        of grant: SessionGrant, tokenOfAtLeast size: Int?, at now: Timestamp, _ sealer: Sealer
    ) throws {
        let token = try grant.token(at: now, ofAtLeast: size ?? 0, sealer)
        shape = STS.Shape.Credentials(
            accessKeyId: grant.id.description, secretAccessKey: grant.secret,
            sessionToken: Secret(token), expiration: grant.expiresAt)
        tokenSize = token.utf8.count
        tokenUtilization =
            (tokenSize * 100 + SessionGrant.longestToken - 1) / SessionGrant.longestToken
        let isPacked = !(grant.policies.isEmpty && grant.tags.isEmpty)
        packedPolicySize = isPacked ? tokenUtilization : nil
    }
}

extension SessionGrant {
    /// A grant with credentials that are new.
    /// - Parameters:
    ///   - account: the session's.
    ///   - seconds: how long it lasts.
    static func new(
        in account: AccountID, _ principal: UniqueID, as subject: Subject, for seconds: Int,
        at now: Timestamp, using random: inout any RandomNumberGenerator
    ) -> SessionGrant {
        SessionGrant(
            id: AccessKeyID(.temporary, in: account, using: &random),
            secret: SecretAccessKey.random(using: &random), account: account,
            principal: principal, subject: subject, issuedAt: now,
            // Answers tell whole seconds, and what they tell holds.
            expiresAt: Timestamp(seconds: now.seconds + Int64(seconds)))
    }
}
