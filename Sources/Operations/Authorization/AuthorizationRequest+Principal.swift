import IAMIdentifiers
import IAMPolicy
import Store

extension AuthorizationRequest {
    /// What a principal asks to do, with the condition keys that the server knows. A key is absent
    /// when the server does not know its value. The keys of the principal's session and those of
    /// the operation are not among them.
    ///
    /// Absent until there is something they could tell: those of organizations
    /// (`aws:PrincipalOrgID` and the like), of services that call for someone (`aws:CalledVia`,
    /// `aws:SourceArn`) and of AWS's networks (`aws:SourceVpc`).
    ///
    /// The case of letters in a key means nothing, though it tells the tags of a policy apart. Of
    /// two such tags the key has both values, which no operator for one value accepts and no
    /// variable stands for.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    /// - Parameter tables: those of the principal's account.
    init<Resource>(
        _ action: String, on target: Target<Resource>, by principal: any Principal,
        _ facts: RequestFacts, in tables: AccountTables
    ) throws {
        self.init(
            principal.requestPrincipal, action: action, resource: target.resource,
            ownedBy: target.account?.description)
        addRequestKeys(facts)
        context["aws:PrincipalArn"] = [principal.principalARN.description]
        context["aws:PrincipalAccount"] = [principal.account.description]
        context["aws:userid"] = [principal.userID]
        context.add(try principal.conditionKeys(in: tables))
        addResourceKeys(target.account, target.tags)
        isWithheldByAccount = try BillingAccess.withholds(action, in: tables)
    }

    /// The moment, the network and the client.
    mutating func addRequestKeys(_ facts: RequestFacts) {
        context["aws:CurrentTime"] = [facts.now.iso8601]
        context["aws:EpochTime"] = [String(facts.now.seconds)]
        context["aws:SourceIp"] = [facts.sourceAddress]
        context["aws:SecureTransport"] = [String(facts.isSecure)]
        context["aws:RequestedRegion"] = [region(facts)]
        context["aws:UserAgent"] = facts.userAgent.isEmpty ? [] : [facts.userAgent]
        context["aws:Referer"] = facts.referer.map { [$0] } ?? []
        context["aws:PrincipalIsAWSService"] = ["false"]
        context["aws:ViaAWSService"] = ["false"]
    }

    /// IAM is one service for all regions and its calls are always of `us-east-1`, whatever region
    /// the signature names. STS has an endpoint in each.
    /// Source: the page above, "aws:RequestedRegion".
    private func region(_ facts: RequestFacts) -> String {
        action.begins(with: "iam:") ? "us-east-1" : facts.region
    }

    /// Whose the resource is, and its tags. Another account has AWS's policies, and the list that
    /// they are in; it has no number here.
    ///
    /// Sources: IAM User Guide, "Deny access to resources outside your account except AWS managed
    /// IAM policies"; "IAM and AWS STS condition context keys": `iam:ResourceTag` is of users and
    /// roles alone.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/resource_examples_iam_policies_resource_account.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
    mutating func addResourceKeys(_ account: AccountID?, _ tags: [Tag]) {
        context["aws:ResourceAccount"] = account.map { [$0.description] } ?? []
        let known = ActionReference[action]?.conditionKeys ?? []
        let hasOwnKey = known.contains("iam:ResourceTag/${TagKey}")
        for tag in tags {
            context["aws:ResourceTag/\(tag.key)"] += [tag.value]
            if hasOwnKey { context["iam:ResourceTag/\(tag.key)"] += [tag.value] }
        }
    }
}
