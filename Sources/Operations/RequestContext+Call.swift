import IAMIdentifiers
import IAMPolicy
import Store

extension Call {
    /// The condition keys of this request. A key whose value the server does not know is absent.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    func requestContext(
        resourceTags: [Tag], _ conditions: [String: [String]]
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
        switch caller.credential {
        case .accessKey: break  // long-term keys have no such key
        case .webSession, .password:
            // A session without a second factor says false.
            keys["aws:multifactorauthpresent"] = ["false"]
        }
        for tag in try principalTags() {
            keys["aws:principaltag/\(tag.key.lowercased())"] = [tag.value]
        }
        for tag in resourceTags {
            keys["aws:resourcetag/\(tag.key.lowercased())"] = [tag.value]
            keys["iam:resourcetag/\(tag.key.lowercased())"] = [tag.value]
        }
        for (key, values) in conditions { keys[key.lowercased()] = values }
        return RequestContext(keys)
    }

    private func principalTags() throws -> [Tag] {
        guard case .user(let user) = principal else { return [] }
        return try tags.list(of: user.id)
    }
}
