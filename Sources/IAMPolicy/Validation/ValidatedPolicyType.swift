/// What kind of policy a text is to be, which decides what it may say.
///
/// Source: IAM Access Analyzer API Reference, ValidatePolicy, policyType and
/// validatePolicyResourceType.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html>
package enum ValidatedPolicyType: Hashable, Sendable {
    case identity
    /// A policy on a resource: one of the given type, or of any for nil.
    case resource(ResourceType?)
    case serviceControl
    case resourceControl

    /// A type of resource that has rules of its own. The raw value is AWS's word.
    package enum ResourceType: String, Sendable, CaseIterable {
        case bucket = "AWS::S3::Bucket"
        case accessPoint = "AWS::S3::AccessPoint"
        case multiRegionAccessPoint = "AWS::S3::MultiRegionAccessPoint"
        case objectLambdaAccessPoint = "AWS::S3ObjectLambda::AccessPoint"
        case rolesTrust = "AWS::IAM::AssumeRolePolicyDocument"
        case table = "AWS::DynamoDB::Table"
    }

    /// AWS's words for the four, in its order.
    package static let names = [
        "IDENTITY_POLICY", "RESOURCE_POLICY", "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY",
    ]

    /// A type from AWS's words, or nil when they are others or a resource type is given with what
    /// is no resource policy.
    package init?(name: String, resourceType: String? = nil) {
        var resource: ResourceType?
        if let resourceType {
            guard name == "RESOURCE_POLICY", let known = ResourceType(rawValue: resourceType) else {
                return nil
            }
            resource = known
        }
        switch name {
        case "IDENTITY_POLICY": self = .identity
        case "RESOURCE_POLICY": self = .resource(resource)
        case "SERVICE_CONTROL_POLICY": self = .serviceControl
        case "RESOURCE_CONTROL_POLICY": self = .resourceControl
        default: return nil
        }
    }
}
