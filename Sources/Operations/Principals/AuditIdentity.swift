package import IAMIdentifiers

/// The `userIdentity` of an audit record.
package struct AuditIdentity: Sendable {
    let json: String

    /// A caller as the store knows it, or as its credential says when the store was not reached.
    init(_ principal: (any Principal)?, _ caller: Caller) {
        self = principal.map { AuditIdentity($0, caller) } ?? AuditIdentity(caller)
    }

    /// A caller as the store knows it.
    package init(_ principal: some Principal, _ caller: Caller) {
        self.init(
            type: type(of: principal).auditType, account: principal.account,
            principalID: principal.userID, arn: principal.arn,
            accessKeyID: caller.accessKeyID, userName: principal.userName)
    }

    /// Somebody of another account than the one whose record it is, who may know the account and
    /// the unique ID.
    ///
    /// Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element", examples of
    /// cross-account access.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
    init(ofOther caller: Caller, _ principal: (any Principal)?) {
        self.init(
            type: "AWSAccount", account: caller.account,
            principalID: principal?.userID ?? caller.principalID.description, arn: nil,
            accessKeyID: nil)
    }

    /// A caller of whom no more is known than the credential says.
    package init(_ caller: Caller) {
        if let session = caller.session {
            self.init(
                type: session.auditType, account: caller.account,
                principalID: caller.principalID.description, arn: nil,
                accessKeyID: caller.accessKeyID)
            return
        }
        let kind = Principals.kind(of: caller.principalID, in: caller.account)
        self.init(
            type: kind?.auditType ?? "Unknown", account: caller.account,
            principalID: caller.principalID.description,
            arn: kind?.arn(of: caller.principalID, in: caller.account),
            accessKeyID: caller.accessKeyID)
    }

    /// An account's root user, who has no session or is not signed in yet.
    init(rootOf account: AccountID) {
        self.init(
            type: RootPrincipal.auditType, account: account, principal: UniqueID(rootOf: account),
            arn: .root(of: account))
    }

    /// Someone who is not signed in yet.
    /// - Parameter type: `Root` or `IAMUser`.
    package init(
        type: String, account: AccountID, principal: UniqueID? = nil, arn: ARN? = nil,
        userName: String? = nil
    ) {
        self.init(
            type: type, account: account, principalID: principal?.description, arn: arn,
            accessKeyID: nil, userName: userName)
    }

    private init(
        type: String, account: AccountID, principalID: String?, arn: ARN?,
        accessKeyID: AccessKeyID?, userName: String? = nil
    ) {
        var identity = JSONObject()
        identity.string("type", type)
        identity.string("principalId", principalID)
        identity.string("arn", arn?.description)
        identity.string("accountId", account.description)
        identity.string("accessKeyId", accessKeyID?.description)
        identity.string("userName", userName)
        json = identity.text
    }

    /// Who asks by the word of an identity provider.
    ///
    /// Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element", "Values for AWS STS
    /// APIs with SAML and web identity federation".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
    init(_ identity: FederatedIdentity) {
        var json = JSONObject()
        switch identity.kind {
        case .webIdentity:
            json.string("type", "WebIdentityUser")
            json.string(
                "principalId", "\(identity.provider):\(identity.audience):\(identity.subject)")
        case .saml:
            json.string("type", "SAMLUser")
            json.string("principalId", "\(identity.provider):\(identity.subject)")
        }
        json.string("userName", identity.subject)
        json.string("identityProvider", identity.provider)
        self.init(json: json.text)
    }

    /// Whoever owns the machine and acts from its command line: no principal of any account.
    package static let `operator` = AuditIdentity(json: #"{"type":"Operator"}"#)

    /// The server itself, which acts when a time has come.
    static let service = AuditIdentity(
        json: #"{"type":"AWSService","invokedBy":"account.amazonaws.com"}"#)

    private init(json: String) { self.json = json }
}

extension SessionGrant {
    fileprivate var auditType: String {
        switch subject {
        case .caller: Principals.kind(of: principal, in: account)?.auditType ?? "Unknown"
        case .role: RoleSessionPrincipal.auditType
        case .federatedUser: FederatedUserPrincipal.auditType
        }
    }
}
