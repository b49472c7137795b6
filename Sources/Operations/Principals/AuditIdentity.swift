package import IAMIdentifiers
import IAMPolicy

/// The `userIdentity` of an audit record, and what the event history finds its events by.
package struct AuditIdentity: Sendable {
    let json: String
    /// What the event history calls whoever acted; nil for nothing.
    let historyName: String?
    let accessKeyID: String?
    /// Whether a session of the console acts.
    let isFromConsole: Bool

    /// A caller as the store knows it, or as its credential says when the store was not reached.
    init(_ principal: (any Principal)?, _ caller: Caller) {
        self = principal.map { AuditIdentity($0, caller) } ?? AuditIdentity(caller)
    }

    /// A caller as the store knows it.
    package init(_ principal: some Principal, _ caller: Caller) {
        self.init(
            type: type(of: principal).auditType, account: principal.account,
            principalID: principal.userID, arn: principal.arn,
            accessKeyID: caller.accessKeyID?.description, userName: principal.auditName,
            session: caller.sessionContext(issuer: principal.sessionIssuer),
            historyName: principal.historyName, isFromConsole: caller.webSession != nil)
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
            principalID: principal?.userID ?? caller.principalID.description)
    }

    /// A caller of whom no more is known than the credential says.
    package init(_ caller: Caller) {
        let kind = Principals.kind(of: caller.principalID, in: caller.account)
        self.init(
            type: caller.session?.auditType ?? kind?.auditType ?? "Unknown",
            account: caller.account, principalID: caller.principalID.description,
            arn: caller.session == nil
                ? kind?.arn(of: caller.principalID, in: caller.account) : nil,
            accessKeyID: caller.accessKeyID?.description,
            session: caller.sessionContext(issuer: nil), isFromConsole: caller.webSession != nil)
    }

    /// An account's root user, who has no session or is not signed in yet.
    init(rootOf account: AccountID) {
        self.init(
            type: RootPrincipal.auditType, account: account,
            principalID: UniqueID(rootOf: account).description, arn: .root(of: account),
            accessKeyID: "", historyName: RootPrincipal.historyName)
    }

    /// An IAM user who is not signed in yet, or whoever called themselves one.
    ///
    /// Source: AWS CloudTrail User Guide, "AWS Management Console sign-in events", "Example event
    /// records for IAM users": a failed attempt has an empty `accessKeyId` and no `arn`.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html>
    /// - Parameters:
    ///   - id: the user's; nil where there is no such user.
    ///   - arn: nil until the user has signed in.
    init(userOf account: AccountID, id: UniqueID?, arn: ARN?, name: String) {
        self.init(
            type: UserPrincipal.auditType, account: account, principalID: id?.description,
            arn: arn, accessKeyID: arn == nil ? "" : nil, userName: name, historyName: name)
    }

    /// Someone of whom no more is known than the account that they meant.
    package init(unknownIn account: AccountID) {
        self.init(type: "Unknown", account: account, principalID: nil)
    }

    /// - Parameters:
    ///   - accessKeyID: empty where the record has one and there is none.
    ///   - session: `sessionContext`, a JSON object; nil without a session.
    private init(
        type: String, account: AccountID, principalID: String?, arn: ARN? = nil,
        accessKeyID: String? = nil, userName: String? = nil, session: String? = nil,
        historyName: String? = nil, isFromConsole: Bool = false
    ) {
        var identity = JSONObject()
        identity.string("type", type)
        identity.string("principalId", principalID)
        identity.string("arn", arn?.description)
        identity.string("accountId", account.description)
        identity.string("accessKeyId", accessKeyID)
        identity.string("userName", userName)
        identity.json("sessionContext", session)
        json = identity.text
        self.historyName = historyName
        self.accessKeyID = accessKeyID?.isEmpty == false ? accessKeyID : nil
        self.isFromConsole = isFromConsole
    }

    /// Who asks by the word of an identity provider.
    ///
    /// Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element", "Values for AWS STS
    /// APIs with SAML and web identity federation".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
    init(_ identity: FederatedIdentity) {
        var json = JSONObject()
        let provider: String
        switch identity.kind {
        case .webIdentity:
            provider = identity.provider
            json.string("type", "WebIdentityUser")
            json.string("principalId", "\(provider):\(identity.audience):\(identity.subject)")
        case .saml:
            provider = identity.conditions["saml:namequalifier"].first ?? identity.provider
            json.string("type", "SAMLUser")
            json.string("principalId", "\(provider):\(identity.subject)")
        }
        json.string("userName", identity.subject)
        json.string("identityProvider", provider)
        self.init(json: json.text, historyName: identity.subject)
    }

    /// Whoever owns the machine and acts from its command line: no principal of any account.
    package static let `operator` = AuditIdentity(json: #"{"type":"Operator"}"#)

    /// The server itself, which acts when a time has come.
    static let service = AuditIdentity(
        json: #"{"type":"AWSService","invokedBy":"account.amazonaws.com"}"#)

    private init(json: String, historyName: String? = nil) {
        self.json = json
        self.historyName = historyName
        accessKeyID = nil
        isFromConsole = false
    }
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
