import IAMIdentifiers
import Store

extension AuditEvent {
    /// The record of a sign-in or of a failed one.
    ///
    /// Source: AWS CloudTrail User Guide, "AWS Management Console sign-in events".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html>
    init(
        consoleLoginOf candidate: SignInCandidate, in account: Account, succeeded: Bool,
        _ facts: RequestFacts
    ) {
        self.init(
            account: account.id, identity: candidate.auditIdentity(in: account),
            source: "signin.amazonaws.com", name: "ConsoleLogin", type: "AwsConsoleSignIn",
            isReadOnly: false, facts: facts,
            response: #"{"ConsoleLogin":"\#(succeeded ? "Success" : "Failure")"}"#,
            additional: #"{"MobileVersion":"No","MFAUsed":"No"}"#,
            failure: succeeded ? nil : candidate.failure)
    }
}

extension SignInCandidate {
    fileprivate var failure: String {
        principal == nil ? "No username found in supplied account" : "Failed authentication"
    }
}
