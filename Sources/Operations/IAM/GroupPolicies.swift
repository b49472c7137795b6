import AWSWire
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on the policies of a group: embedded in it, and attached to it.
package enum GroupPolicies {
    static let operations: [any Handler.Type] = [
        IAM.PutGroupPolicy.self, IAM.GetGroupPolicy.self, IAM.ListGroupPolicies.self,
        IAM.DeleteGroupPolicy.self, IAM.AttachGroupPolicy.self, IAM.DetachGroupPolicy.self,
        IAM.ListAttachedGroupPolicies.self,
    ]
}

extension IAM.PutGroupPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.group(named: input.groupName)
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        try PolicyHolder(group).put(input.policyDocument, named: input.policyName, call)
        return Output()
    }
}

extension IAM.GetGroupPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.group(named: input.groupName)
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        let policy = try PolicyHolder(group).inlinePolicy(named: input.policyName, call)
        return Output(
            groupName: group.name, policyName: policy.name,
            policyDocument: PercentEncoding.encode(policy.document))
    }
}

extension IAM.ListGroupPolicies: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.group(named: input.groupName)
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        let paging = try Paging(marker: input.marker, maxItems: input.maxItems)
        let page = try PolicyHolder(group).inlinePolicyNames(paging, call)
        return Output(
            policyNames: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.DeleteGroupPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.group(named: input.groupName)
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        try PolicyHolder(group).deleteInlinePolicy(named: input.policyName, call)
        return Output()
    }
}

extension IAM.AttachGroupPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.group(named: input.groupName)
    }

    package static func conditions(_ input: Input, _ call: Call) throws -> RequestContext {
        ["iam:PolicyARN": [input.policyArn]]
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        try PolicyHolder(group).attach(input.policyArn, call)
        return Output()
    }
}

extension IAM.DetachGroupPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.group(named: input.groupName)
    }

    package static func conditions(_ input: Input, _ call: Call) throws -> RequestContext {
        ["iam:PolicyARN": [input.policyArn]]
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        try PolicyHolder(group).detach(input.policyArn, call)
        return Output()
    }
}

extension IAM.ListAttachedGroupPolicies: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.group(named: input.groupName)
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        let paging = try Paging(marker: input.marker, maxItems: input.maxItems)
        let page = try PolicyHolder(group).attachedPolicies(
            pathPrefix: input.pathPrefix, paging, call)
        return Output(
            attachedPolicies: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}
