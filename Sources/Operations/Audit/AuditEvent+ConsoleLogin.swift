import IAMIdentifiers
import Store

extension AuditEvent {
    /// The record of a sign-in or of a failed one.
    /// - Parameter device: the second factor that was proved, or was not; nil when it was not asked
    ///   for.
    ///
    /// Source: AWS CloudTrail User Guide, "AWS Management Console sign-in events".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html>
    init(
        consoleLoginOf candidate: SignInCandidate, in account: Account, succeeded: Bool,
        with device: MFADevice? = nil, _ facts: RequestFacts
    ) {
        var additional = JSONObject()
        additional.string("LoginTo", facts.address)
        additional.string("MobileVersion", "No")
        additional.string("MFAIdentifier", device?.serialNumber)
        additional.string("MFAUsed", device == nil ? "No" : "Yes")
        self.init(
            account: account.id,
            identity: candidate.auditIdentity(in: account, hasSignedIn: succeeded),
            source: "signin.amazonaws.com", name: "ConsoleLogin", type: "AwsConsoleSignIn",
            isReadOnly: false, facts: facts,
            response: #"{"ConsoleLogin":"\#(succeeded ? "Success" : "Failure")"}"#,
            additional: additional.text,
            failure: succeeded ? nil : candidate.failure)
    }

    /// The record that stands for failed sign-ins of an account that have none of their own.
    init(failedSignInsLeftOut count: Int, of account: AccountID, _ facts: RequestFacts) {
        self.init(
            account: account, identity: AuditIdentity(unknownIn: account),
            source: "signin.amazonaws.com", name: "ConsoleLogin", type: "AwsConsoleSignIn",
            isReadOnly: false, facts: facts, response: #"{"ConsoleLogin":"Failure"}"#,
            additional: #"{"RecordsLeftOut":\#(count)}"#, failure: "Failed authentication")
    }
}

extension SignInCandidate {
    fileprivate var failure: String {
        principal == nil ? "No username found in supplied account" : "Failed authentication"
    }
}
