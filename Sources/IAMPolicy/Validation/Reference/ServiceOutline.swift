import IAMIdentifiers

/// What there is to choose from for a policy about one service, as AWS writes it.
///
/// Source: Service Authorization Reference.
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
package struct ServiceOutline: Sendable {
    /// How AWS classifies what an action gives access to, in the order of its console.
    ///
    /// Source: IAM User Guide, "Access level in policy summaries".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html>
    package enum AccessLevel: String, Sendable, CaseIterable {
        case list = "l"
        case read = "r"
        case write = "w"
        case permissionsManagement = "p"
        case tagging = "t"
    }

    package struct Action: Sendable {
        /// Without the prefix, as `GetObject`.
        package let name: String
        package let level: AccessLevel
    }

    /// A type of resource with the form of its ARN.
    package struct Resource: Sendable {
        /// As `object`.
        package let name: String
        /// As `arn:${Partition}:s3:::${BucketName}/${ObjectName}`.
        package let arn: String
    }

    /// As `s3`.
    package let prefix: String
    /// As `Amazon S3`.
    package let name: String
    package private(set) var actions: [Action] = []
    package private(set) var resources: [Resource] = []
    /// The names of the service's own condition keys, as `s3:prefix`.
    package private(set) var keys: [String] = []

    /// - Parameter lines: those of the service, its own first.
    init(_ lines: [[Substring]]) {
        prefix = String(lines[0][1])
        name = ReferencedService.name(lines[0])
        for fields in lines.dropFirst() {
            switch fields[0].utf8.first {
            case UInt8(ascii: "K"): keys.append(String(fields[1]))
            case UInt8(ascii: "R"):
                resources.append(Resource(name: String(fields[1]), arn: String(fields[2])))
            case UInt8(ascii: "A"):
                actions.append(
                    Action(
                        name: String(fields[1]),
                        level: AccessLevel(rawValue: String(fields[2])) ?? .write))
            default: break
            }
        }
    }
}

extension ServiceReference {
    /// The condition keys of every service's requests, as `aws:SourceIp`, in order.
    package static var globalConditionKeys: [String] { GlobalConditionKeys.names }
}

/// The operators of conditions, for who writes one.
package enum ConditionOperatorNames {
    /// All without quantifier and ending, as `StringEquals`, in order.
    package static let all = ConditionOperator.comparisons.keys.map(\.text).sorted()
}
