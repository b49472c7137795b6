import IAMIdentifiers
import IAMPolicy
import Store

extension Call {
    /// Asks the policies whether the caller may pass a role to a service, which then acts with it.
    /// An operation that passes one asks for this beside its own action.
    ///
    /// A refusal shows the role's ARN, as AWS's does.
    ///
    /// Sources: IAM User Guide, "Grant a user permissions to pass a role to an AWS service" and
    /// "IAM and AWS STS condition context keys", "iam:PassedToService" and
    /// "iam:AssociatedResourceArn".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
    /// - Parameters:
    ///   - service: the one that gets the role, as `ec2.amazonaws.com`; nil where AWS tells none.
    ///   - resource: the ARN of what the role is to work for; nil where AWS tells none.
    func requirePassRole(
        _ role: Target<Role>, to service: String?, for resource: String? = nil
    ) throws {
        var keys = RequestContext()
        keys["iam:PassedToService"] = service.map { [$0] } ?? []
        keys["iam:AssociatedResourceArn"] = resource.map { [$0] } ?? []
        try authorize(
            "iam:PassRole", on: Target(role.resource, of: role.account, tags: role.tags),
            with: keys)
    }
}
