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

    /// A caller of whom no more is known than the credential says.
    package init(_ caller: Caller) {
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

    /// Whoever owns the machine and acts from its command line: no principal of any account.
    package static let `operator` = AuditIdentity(json: #"{"type":"Operator"}"#)

    /// The server itself, which acts when a time has come.
    static let service = AuditIdentity(
        json: #"{"type":"AWSService","invokedBy":"account.amazonaws.com"}"#)

    private init(json: String) { self.json = json }
}
