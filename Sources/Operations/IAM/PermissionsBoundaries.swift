package import AWSWire
package import IAMModel
package import IAMPolicy
import Store

/// The operations on permissions boundaries: a managed policy that says what a user or a role may
/// be allowed at most.
///
/// Source: IAM User Guide, "Permissions boundaries for IAM entities".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>
package enum PermissionsBoundaries {
    static let operations: [any Handler.Type] = [
        IAM.PutUserPermissionsBoundary.self, IAM.DeleteUserPermissionsBoundary.self,
        IAM.PutRolePermissionsBoundary.self, IAM.DeleteRolePermissionsBoundary.self,
    ]
}

extension IAM.PutUserPermissionsBoundary: PutsBoundary {}
extension IAM.DeleteUserPermissionsBoundary: DeletesBoundary {}
extension IAM.PutRolePermissionsBoundary: PutsBoundary {}
extension IAM.DeleteRolePermissionsBoundary: DeletesBoundary {}

/// PutUserPermissionsBoundary and its like: bounds an identity, in place of the boundary it had.
package protocol PutsBoundary: ChangesPermissions where Input: NamesBoundary {}

extension PutsBoundary {
    /// Policies are asked about the boundary that the identity is to have, not about the one that
    /// it has.
    ///
    /// Source: IAM User Guide, "Permissions boundaries for IAM entities", "Delegating
    /// responsibility to others using permissions boundaries": the statement that lets an
    /// administrator create bounded users lets them put that boundary, too.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>
    package static func conditions(
        _ input: Input, on target: Target<IAMIdentity>, _ call: Call
    ) throws -> RequestContext {
        ["iam:PermissionsBoundary": [input.permissionsBoundary]]
    }

    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        try identity.requireModifiable()
        let arn = input.permissionsBoundary
        try call.requireBoundaryPolicy(
            arn: arn, ifOfService: ManagedPolicies.ofService(about: "PermissionsBoundary"))
        try call.tables.permissionsBoundaries.put(arn, on: identity.id)
        return Output()
    }
}

/// DeleteUserPermissionsBoundary and its like. Policies are asked about the boundary that there is.
///
/// To delete a boundary that is not there is no error.
/// Source: <https://github.com/hashicorp/terraform-provider-aws/issues/5489>: a client that asked
/// for it with every role's deletion was refused only where it lacked the permission.
package protocol DeletesBoundary: ChangesPermissions {}

extension DeletesBoundary {
    package static func handle(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> Output {
        try identity.requireModifiable()
        try call.tables.permissionsBoundaries.delete(identity.id)
        return Output()
    }
}
