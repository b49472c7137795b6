import IAMIdentifiers

/// Who granted a session: a role, a user or a root user, as audit records tell it.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element", `sessionIssuer`.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
package struct SessionIssuer: Sendable {
    /// `Role`, `IAMUser` or `Root`.
    let type: String
    let id: UniqueID
    let arn: ARN
    let account: AccountID
    let userName: String?

    var json: String {
        var issuer = JSONObject()
        issuer.string("type", type)
        issuer.string("principalId", id.description)
        issuer.string("arn", arn.description)
        issuer.string("accountId", account.description)
        issuer.string("userName", userName)
        return issuer.text
    }
}
