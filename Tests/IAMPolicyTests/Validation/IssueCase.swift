import IAMPolicy
import Testing

/// A policy that has a finding and one almost like it that has not.
struct IssueCase: Sendable, CustomTestStringConvertible {
    let issue: PolicyIssue
    let type: ValidatedPolicyType
    /// The places of the finding stand between « and », which are not part of the policy.
    let policy: String
    let nearMiss: String

    var testDescription: String { "\(issue.rawValue), \(type)" }

    /// A finding in a policy that is given whole.
    static func whole(
        _ issue: PolicyIssue, as type: ValidatedPolicyType = .identity, _ policy: String,
        not nearMiss: String
    ) -> IssueCase {
        IssueCase(issue: issue, type: type, policy: policy, nearMiss: nearMiss)
    }

    /// A finding in the one statement of a policy, of which the members that matter are given.
    static func statement(
        _ issue: PolicyIssue, as type: ValidatedPolicyType = .identity, _ members: String,
        not nearMiss: String
    ) -> IssueCase {
        IssueCase(
            issue: issue, type: type, policy: policy(members, type),
            nearMiss: policy(nearMiss, type))
    }

    /// A finding in the condition of a policy's one statement.
    static func condition(
        _ issue: PolicyIssue, _ block: String, not nearMiss: String
    ) -> IssueCase {
        statement(issue, condition(block), not: condition(nearMiss))
    }

    private static func condition(_ block: String) -> String {
        #""Action": "*", "Condition": {\#(block)}"#
    }

    /// A policy of one statement, with what every statement has where `members` has it not.
    private static func policy(_ members: String, _ type: ValidatedPolicyType) -> String {
        var all = [members]
        if !members.contains(#""Effect""#) { all.append(#""Effect": "Allow""#) }
        if !members.contains(#"Action""#) { all.append(#""Action": "s3:GetObject""#) }
        if !members.contains(#"Resource""#), type != .resource(.rolesTrust) {
            all.append(#""Resource": "*""#)
        }
        if type == .resource(.rolesTrust) || type == .resource(nil) || type == .resource(.bucket),
            !members.contains(#"Principal""#)
        {
            all.append(#""Principal": {"AWS": "123456789012"}"#)
        }
        let statement = all.joined(separator: ",\n    ")
        return """
            {
              "Version": "2012-10-17",
              "Statement": [{
                \(statement)
              }]
            }
            """
    }

    static let all =
        documents + elements + actions + resources + resourcePolicies + variables + operators
        + keys + values + principals + trust + organizations + grants + pitfalls
        + pitfallsOfResources
}
