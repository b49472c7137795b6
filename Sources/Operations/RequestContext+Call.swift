import IAMIdentifiers
import IAMPolicy
import Store

extension Call {
    /// The condition keys of this request. A key whose value the server does not know is absent.
    ///
    /// The case of letters in a key means nothing, though it tells the tags of a policy apart. Of
    /// two such tags the key has both values, which no operator for one value accepts.
    ///
    /// Sources: IAM User Guide, "AWS global condition context keys" and, of `aws:ResourceAccount`,
    /// "Deny access to resources outside your account except AWS managed IAM policies".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/resource_examples_iam_policies_resource_account.html>
    func requestContext(
        of action: String, on resource: String, tags: [Tag], _ conditions: [String: [String]]
    ) throws -> RequestContext {
        var keys: [String: [String]] = [
            "aws:currenttime": [now.iso8601],
            "aws:epochtime": [String(now.seconds)],
            "aws:sourceip": [facts.sourceAddress],
            "aws:securetransport": [String(facts.isSecure)],
            "aws:requestedregion": [facts.region],
            "aws:principalarn": [principal.arn.description],
            "aws:principalaccount": [account.description],
            "aws:principaltype": [principal.isRoot ? "Account" : "User"],
            "aws:userid": [principal.id.description],
            "aws:principalisawsservice": ["false"],
            "aws:viaawsservice": ["false"],
        ]
        keys["aws:username"] = principal.userName.map { [$0] }
        keys["aws:useragent"] = facts.userAgent.isEmpty ? nil : [facts.userAgent]
        keys["aws:referer"] = facts.referer.map { [$0] }
        if resource == "*" || ARN(resource)?.account == account.description {
            // Another account has AWS's policies, and the list that they are in; it has no number
            // here.
            keys["aws:resourceaccount"] = [account.description]
        }
        switch caller.credential {
        case .accessKey: break  // long-term keys have no such key
        case .webSession, .password:
            // A session without a second factor says false.
            keys["aws:multifactorauthpresent"] = ["false"]
        }
        for tag in try principalTags() {
            keys["aws:principaltag/\(tag.key.lowercased())"] = [tag.value]
        }
        // `iam:ResourceTag` is of users and roles alone.
        let known = ActionReference[action]?.conditionKeys ?? []
        let hasOwnKey = known.contains("iam:ResourceTag/${TagKey}")
        for tag in tags {
            let key = "resourcetag/\(tag.key.lowercased())"
            keys["aws:\(key)", default: []].append(tag.value)
            if hasOwnKey { keys["iam:\(key)", default: []].append(tag.value) }
        }
        for (key, values) in conditions { keys[key.lowercased(), default: []] += values }
        return RequestContext(keys)
    }

    private func principalTags() throws -> [Tag] {
        guard case .user(let user) = principal else { return [] }
        return try tags.list(of: user.id)
    }
}
