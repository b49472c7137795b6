package import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
import Store

/// The operations on the policies of users, groups and roles: inline policies and attached ones.
///
/// They are families: what an operation means is written once for all kinds of identities, and the
/// generator has written which inputs name which.
package enum IdentityPolicies {
    static let operations: [any Handler.Type] = [
        IAM.PutUserPolicy.self, IAM.GetUserPolicy.self, IAM.ListUserPolicies.self,
        IAM.DeleteUserPolicy.self, IAM.AttachUserPolicy.self, IAM.DetachUserPolicy.self,
        IAM.ListAttachedUserPolicies.self,
        IAM.PutGroupPolicy.self, IAM.GetGroupPolicy.self, IAM.ListGroupPolicies.self,
        IAM.DeleteGroupPolicy.self, IAM.AttachGroupPolicy.self, IAM.DetachGroupPolicy.self,
        IAM.ListAttachedGroupPolicies.self,
        IAM.PutRolePolicy.self, IAM.GetRolePolicy.self, IAM.ListRolePolicies.self,
        IAM.DeleteRolePolicy.self, IAM.AttachRolePolicy.self, IAM.DetachRolePolicy.self,
        IAM.ListAttachedRolePolicies.self,
    ]
}

extension IAM.PutUserPolicy: PutsInlinePolicy {}
extension IAM.PutGroupPolicy: PutsInlinePolicy {}
extension IAM.PutRolePolicy: PutsInlinePolicy {}
extension IAM.GetUserPolicy: GetsInlinePolicy {}
extension IAM.GetGroupPolicy: GetsInlinePolicy {}
extension IAM.GetRolePolicy: GetsInlinePolicy {}
extension IAM.ListUserPolicies: ListsInlinePolicies {}
extension IAM.ListGroupPolicies: ListsInlinePolicies {}
extension IAM.ListRolePolicies: ListsInlinePolicies {}
extension IAM.DeleteUserPolicy: DeletesInlinePolicy {}
extension IAM.DeleteGroupPolicy: DeletesInlinePolicy {}
extension IAM.DeleteRolePolicy: DeletesInlinePolicy {}
extension IAM.AttachUserPolicy: AttachesPolicy {}
extension IAM.AttachGroupPolicy: AttachesPolicy {}
extension IAM.AttachRolePolicy: AttachesPolicy {}
extension IAM.DetachUserPolicy: DetachesPolicy {}
extension IAM.DetachGroupPolicy: DetachesPolicy {}
extension IAM.DetachRolePolicy: DetachesPolicy {}
extension IAM.ListAttachedUserPolicies: ListsAttachedPolicies {}
extension IAM.ListAttachedGroupPolicies: ListsAttachedPolicies {}
extension IAM.ListAttachedRolePolicies: ListsAttachedPolicies {}

// MARK: On an identity

/// An operation on the user, the group or the role that its input names.
package protocol OnIdentity: Handler where Resource == IAMIdentity {}

extension OnIdentity where Input: NamesUser {
    package static func target(_ input: Input, _ call: Call) throws -> Target<IAMIdentity> {
        try call.tables.user(named: input.userName).map { IAMIdentity($0) }
    }
}

extension OnIdentity where Input: NamesGroup {
    package static func target(_ input: Input, _ call: Call) throws -> Target<IAMIdentity> {
        try call.tables.group(named: input.groupName).map { IAMIdentity($0) }
    }
}

extension OnIdentity where Input: NamesRole {
    package static func target(_ input: Input, _ call: Call) throws -> Target<IAMIdentity> {
        try call.tables.role(named: input.roleName).map { IAMIdentity($0) }
    }
}

/// An operation that changes what an identity may do. Policies are asked about its permissions
/// boundary, by which they let an administrator change bounded users alone.
///
/// Source: IAM User Guide, "IAM and AWS STS condition context keys", "iam:PermissionsBoundary".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
package protocol ChangesPermissions: OnIdentity, ChangingHandler where Output: EmptyAnswer {}

extension ChangesPermissions {
    package static func conditions(
        _ input: Input, on target: Target<IAMIdentity>, _ call: Call
    ) throws -> RequestContext {
        try target.boundaryCondition(call)
    }
}

extension Target<IAMIdentity> {
    /// The condition key of the permissions boundary that the identity has.
    func boundaryCondition(_ call: Call) throws -> RequestContext {
        guard let identity = try? get(), let boundary = try identity.boundary(in: call.tables)
        else { return [:] }
        return ["iam:PermissionsBoundary": [boundary]]
    }
}

// MARK: Inline policies

/// PutUserPolicy and its like: embeds a policy, in place of one of the same name.
package protocol PutsInlinePolicy: ChangesPermissions where Input: NamesPolicy & CarriesPolicy {}

extension PutsInlinePolicy {
    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        try identity.put(input.policyDocument, named: input.policyName, call)
        return Output()
    }
}

/// DeleteUserPolicy and its like.
package protocol DeletesInlinePolicy: ChangesPermissions where Input: NamesPolicy {}

extension DeletesInlinePolicy {
    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        try identity.deleteInlinePolicy(named: input.policyName, call)
        return Output()
    }
}

/// GetUserPolicy and its like. The document is percent-encoded, as AWS answers it.
package protocol GetsInlinePolicy: OnIdentity, LookupHandler
where Input: NamesPolicy, Output: InlinePolicyAnswer {}

extension GetsInlinePolicy {
    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        let policy = try identity.inlinePolicy(named: input.policyName, call)
        return Output(
            of: identity.name, policyName: policy.name,
            policyDocument: PercentEncoding.encode(policy.document))
    }
}

/// An inline policy and whose it is, which each kind of identity has under another name.
package protocol InlinePolicyAnswer {
    init(of identity: String, policyName: String, policyDocument: String)
}

extension IAM.GetUserPolicy.Output: InlinePolicyAnswer {
    package init(of identity: String, policyName: String, policyDocument: String) {
        self.init(userName: identity, policyName: policyName, policyDocument: policyDocument)
    }
}

extension IAM.GetGroupPolicy.Output: InlinePolicyAnswer {
    package init(of identity: String, policyName: String, policyDocument: String) {
        self.init(groupName: identity, policyName: policyName, policyDocument: policyDocument)
    }
}

extension IAM.GetRolePolicy.Output: InlinePolicyAnswer {
    package init(of identity: String, policyName: String, policyDocument: String) {
        self.init(roleName: identity, policyName: policyName, policyDocument: policyDocument)
    }
}

/// ListUserPolicies and its like: the names alone.
package protocol ListsInlinePolicies: OnIdentity, ReadingHandler
where Input: AsksForPage, Output: PolicyNamesAnswer {}

extension ListsInlinePolicies {
    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        let page = try identity.inlinePolicyNames(Paging(input), call)
        return Output(
            policyNames: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}

// MARK: Attached policies

/// An operation that attaches a managed policy to an identity, or detaches it.
package protocol ChangesAttachments: ChangesPermissions where Input: NamesPolicyARN {}

extension ChangesAttachments {
    package static func conditions(
        _ input: Input, on target: Target<IAMIdentity>, _ call: Call
    ) throws -> RequestContext {
        var keys = try target.boundaryCondition(call)
        keys["iam:PolicyARN"] = [input.policyArn]
        return keys
    }
}

/// AttachUserPolicy and its like. Attaching what is attached already changes nothing.
package protocol AttachesPolicy: ChangesAttachments {}

extension AttachesPolicy {
    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        try identity.attach(input.policyArn, call)
        return Output()
    }
}

/// DetachUserPolicy and its like.
package protocol DetachesPolicy: ChangesAttachments {}

extension DetachesPolicy {
    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        try identity.detach(input.policyArn, call)
        return Output()
    }
}

/// ListAttachedUserPolicies and its like.
package protocol ListsAttachedPolicies: OnIdentity, ReadingHandler
where Input: AsksForPage & FiltersByPath, Output: AttachedPoliciesAnswer {}

extension ListsAttachedPolicies {
    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        let page = try identity.attachedPolicies(
            pathPrefix: input.pathPrefix, Paging(input), call)
        return Output(
            attachedPolicies: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}
