import AWSWire
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on the policies of a user: embedded in it, and attached to it.
package enum UserPolicies {
    static let operations: [any Handler.Type] = [
        IAM.PutUserPolicy.self, IAM.GetUserPolicy.self, IAM.ListUserPolicies.self,
        IAM.DeleteUserPolicy.self, IAM.AttachUserPolicy.self, IAM.DetachUserPolicy.self,
        IAM.ListAttachedUserPolicies.self,
    ]
}

extension Call {
    /// The condition key of operations that change what a user may do: its permissions boundary, by
    /// which a policy lets an administrator change bounded users alone.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS condition context keys", "iam:PermissionsBoundary".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
    fileprivate func boundaryCondition(ofUser name: String) throws -> RequestContext {
        guard let boundary = try users.find(named: name)?.permissionsBoundary else { return [:] }
        return ["iam:PermissionsBoundary": [boundary]]
    }
}

extension IAM.PutUserPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.user(named: input.userName)
    }

    package static func conditions(_ input: Input, _ call: Call) throws -> RequestContext {
        try call.boundaryCondition(ofUser: input.userName)
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        try PolicyHolder(user).put(input.policyDocument, named: input.policyName, call)
        return Output()
    }
}

extension IAM.GetUserPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.user(named: input.userName)
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let policy = try PolicyHolder(user).inlinePolicy(named: input.policyName, call)
        return Output(
            userName: user.name, policyName: policy.name,
            policyDocument: PercentEncoding.encode(policy.document))
    }
}

extension IAM.ListUserPolicies: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.user(named: input.userName)
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let paging = try Paging(marker: input.marker, maxItems: input.maxItems)
        let page = try PolicyHolder(user).inlinePolicyNames(paging, call)
        return Output(
            policyNames: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.DeleteUserPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.user(named: input.userName)
    }

    package static func conditions(_ input: Input, _ call: Call) throws -> RequestContext {
        try call.boundaryCondition(ofUser: input.userName)
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        try PolicyHolder(user).deleteInlinePolicy(named: input.policyName, call)
        return Output()
    }
}

extension IAM.AttachUserPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.user(named: input.userName)
    }

    package static func conditions(_ input: Input, _ call: Call) throws -> RequestContext {
        var keys = try call.boundaryCondition(ofUser: input.userName)
        keys["iam:PolicyARN"] = [input.policyArn]
        return keys
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        try PolicyHolder(user).attach(input.policyArn, call)
        return Output()
    }
}

extension IAM.DetachUserPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.user(named: input.userName)
    }

    package static func conditions(_ input: Input, _ call: Call) throws -> RequestContext {
        var keys = try call.boundaryCondition(ofUser: input.userName)
        keys["iam:PolicyARN"] = [input.policyArn]
        return keys
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        try PolicyHolder(user).detach(input.policyArn, call)
        return Output()
    }
}

extension IAM.ListAttachedUserPolicies: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.user(named: input.userName)
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let paging = try Paging(marker: input.marker, maxItems: input.maxItems)
        let page = try PolicyHolder(user).attachedPolicies(
            pathPrefix: input.pathPrefix, paging, call)
        return Output(
            attachedPolicies: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}
