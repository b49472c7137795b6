import IAMIdentifiers
import IAMModel
import Operations

extension PolicyList {
    /// What a user has of its own.
    static func ofUser(_ name: String, _ request: SignedInRequest) async throws -> PolicyList {
        var list = PolicyList()
        list.attached = try await request.all(
            IAM.ListAttachedUserPolicies.self, .init(userName: name)
        ) { $0.attachedPolicies.map(attached) }
        let names = try await request.all(
            IAM.ListUserPolicies.self, .init(userName: name)
        ) { $0.policyNames }
        for policy in names {
            let document = try await request.run(
                IAM.GetUserPolicy.self, .init(userName: name, policyName: policy)
            ).policyDocument
            list.inline.append(Inline(name: policy, document: decoded(document)))
        }
        return list
    }

    /// What a group has.
    static func ofGroup(_ name: String, _ request: SignedInRequest) async throws -> PolicyList {
        var list = PolicyList()
        list.attached = try await request.all(
            IAM.ListAttachedGroupPolicies.self, .init(groupName: name)
        ) { $0.attachedPolicies.map(attached) }
        let names = try await request.all(
            IAM.ListGroupPolicies.self, .init(groupName: name)
        ) { $0.policyNames }
        for policy in names {
            let document = try await request.run(
                IAM.GetGroupPolicy.self, .init(groupName: name, policyName: policy)
            ).policyDocument
            list.inline.append(Inline(name: policy, document: decoded(document)))
        }
        return list
    }

    /// What a role has.
    static func ofRole(_ name: String, _ request: SignedInRequest) async throws -> PolicyList {
        var list = PolicyList()
        list.attached = try await request.all(
            IAM.ListAttachedRolePolicies.self, .init(roleName: name)
        ) { $0.attachedPolicies.map(attached) }
        let names = try await request.all(
            IAM.ListRolePolicies.self, .init(roleName: name)
        ) { $0.policyNames }
        for policy in names {
            let document = try await request.run(
                IAM.GetRolePolicy.self, .init(roleName: name, policyName: policy)
            ).policyDocument
            list.inline.append(Inline(name: policy, document: decoded(document)))
        }
        return list
    }

    private static func attached(_ policies: [IAM.Shape.AttachedPolicy]) -> [Attached] {
        policies.compactMap { policy in
            guard let name = policy.policyName, let arn = policy.policyArn.flatMap({ ARN($0) })
            else { return nil }
            return Attached(name: name, arn: arn)
        }
    }

    /// A document as written: the API answers it percent-encoded (RFC 3986).
    static func decoded(_ document: String) -> String {
        PercentCoding.decode(document, plusIsSpace: false) ?? document
    }
}

extension AttachPolicy {
    /// The policy that was typed: its ARN, or a name; of two with one name the account's own.
    static func arn(of typed: String, _ request: SignedInRequest) async throws -> String? {
        if let arn = ARN(typed) { return arn.description }
        let found = try await request.run(ManagedPolicyList.self, ListQuery(search: typed)).rows
        let named = found.compactMap(PoliciesPage.row).filter {
            $0.name.asciiLowercased.isExactly(typed.asciiLowercased)
        }
        return (named.first { $0.arn.account != "aws" } ?? named.first)?.arn.description
    }
}
