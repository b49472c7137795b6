import Credentials
import IAMIdentifiers
import IAMPolicy
import Store

extension Call {
    /// The condition keys of this request. A key whose value the server does not know is absent.
    ///
    /// Absent until there is something they could tell: those of organizations
    /// (`aws:PrincipalOrgID` and the like), of roles and federation (`aws:SourceIdentity`,
    /// `aws:FederatedProvider`), of a second factor (`aws:MultiFactorAuthAge`), of services that
    /// call for someone (`aws:CalledVia`, `aws:SourceArn`) and of AWS's networks (`aws:SourceVpc`).
    ///
    /// The case of letters in a key means nothing, though it tells the tags of a policy apart. Of
    /// two such tags the key has both values, which no operator for one value accepts and no
    /// variable stands for.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    func requestContext(
        of action: String, on resource: String, tags: [Tag], _ conditions: RequestContext
    ) throws -> RequestContext {
        var context = RequestContext()
        addRequestKeys(of: action, to: &context)
        try addPrincipalKeys(to: &context)
        addResourceKeys(of: action, on: resource, tags, to: &context)
        for key in conditions.keys { context[key] += conditions[key] }
        return context
    }

    /// The moment, the network and the client.
    private func addRequestKeys(of action: String, to context: inout RequestContext) {
        context["aws:CurrentTime"] = [now.iso8601]
        context["aws:EpochTime"] = [String(now.seconds)]
        context["aws:SourceIp"] = [facts.sourceAddress]
        context["aws:SecureTransport"] = [String(facts.isSecure)]
        context["aws:RequestedRegion"] = [region(of: action)]
        context["aws:UserAgent"] = facts.userAgent.isEmpty ? [] : [facts.userAgent]
        context["aws:Referer"] = facts.referer.map { [$0] } ?? []
        context["aws:PrincipalIsAWSService"] = ["false"]
        context["aws:ViaAWSService"] = ["false"]
    }

    /// IAM is one service for all regions and its calls are always of `us-east-1`, whatever region
    /// the signature names. STS has an endpoint in each.
    /// Source: the page above, "aws:RequestedRegion".
    private func region(of action: String) -> String {
        action.begins(with: "iam:") ? "us-east-1" : facts.region
    }

    /// Who asks, and in which session.
    private func addPrincipalKeys(to context: inout RequestContext) throws {
        context["aws:PrincipalArn"] = [principal.arn.description]
        context["aws:PrincipalAccount"] = [account.description]
        context["aws:userid"] = [principal.userID]
        for keys in [try principal.conditionKeys(self), try caller.sessionKeys(self)] {
            for key in keys.keys { context[key] = keys[key] }
        }
    }

    /// Whose the resource is, and its tags. Another account has AWS's policies, and the list that
    /// they are in; it has no number here.
    ///
    /// Sources: IAM User Guide, "Deny access to resources outside your account except AWS managed
    /// IAM policies"; "IAM and AWS STS condition context keys": `iam:ResourceTag` is of users and
    /// roles alone.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/resource_examples_iam_policies_resource_account.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
    private func addResourceKeys(
        of action: String, on resource: String, _ tags: [Tag], to context: inout RequestContext
    ) {
        if resource == "*" || ARN(resource)?.account == account.description {
            context["aws:ResourceAccount"] = [account.description]
        }
        let known = ActionReference[action]?.conditionKeys ?? []
        let hasOwnKey = known.contains("iam:ResourceTag/${TagKey}")
        for tag in tags {
            context["aws:ResourceTag/\(tag.key)"] += [tag.value]
            if hasOwnKey { context["iam:ResourceTag/\(tag.key)"] += [tag.value] }
        }
    }
}
