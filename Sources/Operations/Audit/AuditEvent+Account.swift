import IAMIdentifiers

extension AuditEvent {
    /// The record of what happened to an account or its root user, by no AWS API.
    init(
        accountEvent name: String, of account: AccountID, by identity: AuditIdentity,
        _ facts: RequestFacts, request: String = "null", response: String = "null"
    ) {
        self.init(
            account: account, identity: identity, source: "account.amazonaws.com", name: name,
            type: "AwsServiceEvent", isReadOnly: false, facts: facts, request: request,
            response: response)
    }

    /// The record of a new root password or e-mail address, of a right password after which a
    /// second factor is asked for, or of the end of a session.
    ///
    /// Source: AWS CloudTrail User Guide, "AWS Management Console sign-in events", "Example event
    /// records for root users".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html>
    /// - Parameter name: `PasswordUpdated`, `EmailUpdated`, `AccountNameUpdated`, `CheckMfa`,
    ///   `SignOut`, `EndSession` and the like.
    init(
        signInEvent name: String, of account: AccountID, by identity: AuditIdentity,
        _ facts: RequestFacts, additional: [(String, String)] = []
    ) {
        var more = JSONObject()
        for (name, value) in additional { more.string(name, value) }
        self.init(
            account: account, identity: identity, source: "signin.amazonaws.com", name: name,
            type: "AwsConsoleSignIn", isReadOnly: false, facts: facts,
            response: #"{"\#(name)":"Success"}"#, additional: additional.isEmpty ? nil : more.text)
    }

    /// The source of records that tell what the server did or found by itself.
    static let serverSource = "gatehouse.amazonaws.com"

    /// The record of what the server did or found by itself.
    /// - Parameter additional: `additionalEventData`, a JSON value.
    init(
        ofServer name: String, in account: AccountID, by identity: AuditIdentity = .service,
        at now: Timestamp, additional: String? = nil
    ) {
        let facts = RequestFacts(
            requestID: UUIDText.random(), now: now, sourceAddress: "gatehouse",
            userAgent: "gatehouse")
        self.init(
            account: account, identity: identity, source: Self.serverSource, name: name,
            type: "AwsServiceEvent", isReadOnly: true, facts: facts, additional: additional)
    }

    /// The record of what somebody did as the root user without a session, such as by a link in a
    /// mail.
    init(_ name: String, byRootOf account: AccountID, _ facts: RequestFacts) {
        self.init(signInEvent: name, of: account, by: AuditIdentity(rootOf: account), facts)
    }
}
