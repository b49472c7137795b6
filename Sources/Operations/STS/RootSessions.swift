import IAMIdentifiers
package import IAMModel
package import IAMPolicy

/// Sessions of the root user of a member account, which the management account of its organization
/// begins.
package enum RootSessions {
    static let operations: [any Handler.Type] = [STS.AssumeRoot.self]

    /// The policies that such a session can be given.
    ///
    /// Source: AWS STS API Reference, AssumeRoot, "TaskPolicyArn".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html>
    fileprivate static let taskPolicies = [
        "IAMAuditRootUserCredentials", "IAMCreateRootUserPassword", "IAMDeleteRootUserCredentials",
        "S3UnlockBucketPolicy", "SQSUnlockQueuePolicy",
    ].map { "arn:aws:iam::aws:policy/root-task/\($0)" }
}

extension STS.AssumeRoot: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        let account =
            AccountID(input.targetPrincipal)
            ?? ARN(input.targetPrincipal).flatMap { AccountID($0.account) }
        guard let account else {
            throw IAMError.validationError(
                "TargetPrincipal must be the ID of an account or the ARN of its root user.",
                about: "TargetPrincipal")
        }
        return Target(ARN.root(of: account).description, of: account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        var keys = RequestContext()
        keys["sts:TaskPolicyArn"] = input.taskPolicyArn.arn.map { [$0] } ?? []
        return keys
    }

    /// Accounts are in no organization, so no account is another's management account, and AWS
    /// refuses the request of any other.
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) throws {
        guard !call.principal.isRoot else {
            throw IAMError.accessDenied("AssumeRoot cannot be called with root credentials.")
        }
        guard RootSessions.taskPolicies.contains(where: { input.taskPolicyArn.arn == $0 }) else {
            throw IAMError.validationError(
                "TaskPolicyArn must be one of the policies for tasks of root users.",
                about: "TaskPolicyArn")
        }
        let own = Target<Void>(target.resource, of: call.account)
        try call.authorize(action, on: own, with: conditions(input, on: target, call))
        throw IAMError.accessDenied(
            "User: \(call.principal.arn) is not authorized to perform: \(action) on resource: "
                + target.resource)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        throw IAMError.serviceFailure  // nobody is authorised
    }
}
