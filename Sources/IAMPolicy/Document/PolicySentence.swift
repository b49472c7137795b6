import IAMIdentifiers

/// What IAM says of a malformed policy.
///
/// AWS documents the code `MalformedPolicyDocument` and not its sentences; these are the ones its
/// users report. Where none is known to fit, IAM's general sentence stands.
///
/// Source: IAM API Reference, PutUserPolicy, "Errors".
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html>
enum PolicySentence {
    static let syntax = "Syntax errors in policy."
    static let legacyParsing = "The policy failed legacy parsing"
    static let versionTooOld = "Policy document must be version 2012-10-17 or greater."
    static let principal = "Policy document should not specify a principal."
    static let noPrincipal = "Missing required field Principal"
    /// Source: <https://github.com/awsdocs/amazon-redshift-management-guide/pull/3>.
    static let noActionOfTrust = "Missing required field Action"
    static let invalidPrincipal = "Invalid principal in policy"
    /// Source: <https://github.com/terraform-aws-modules/terraform-aws-iam/issues/47>.
    static let emptyPrincipal =
        "Invalid principal in policy: com.amazon.balsa.error.InvalidPolicyException: The passed "
        + "in policy has a statement with no principals!"
    static let trustActions = "AssumeRole policy may only specify STS AssumeRole actions."
    static let noActions = "Policy statement must contain actions."
    static let noResources = "Policy statement must contain resources."
    static let repeatedSid = "Statement IDs (SID) in a single policy must be unique."
    static let invalidSid =
        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular "
        + "expression [0-9A-Za-z]*"
    static let noVendor =
        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
    static let twoColons = "Actions/Condition can contain only one colon."
    static let vendorWildcard =
        "Action vendors (e.g., aws, ec2, etc.) must not contain wildcards."
    static let resourceVendor =
        "Resource vendor must be fully qualified and cannot contain regexes."

    static func prohibited(_ field: String) -> String { "Has prohibited field \(field)" }

    /// IAM writes the kind of a service in capitals.
    ///
    /// Sources: <https://github.com/aws-samples/aws-cdk-examples/issues/801> for services,
    /// <https://github.com/terraform-aws-modules/terraform-aws-iam/issues/202> for identity
    /// providers.
    static func invalidPrincipal(_ text: String, as kind: String) -> String {
        if kind.isExactly("Federated") {
            return "Federated principals must be valid domain names or SAML metadata ARNs"
        }
        let kind = kind.isExactly("Service") ? "SERVICE" : kind
        return "Invalid principal in policy: \"\(kind)\":\"\(text)\""
    }

    static func vendor(_ vendor: some StringProtocol) -> String { "Vendor \(vendor) is not valid" }

    static func resource(_ resource: String) -> String {
        "Resource \(resource) must be in ARN format or \"*\"."
    }

    static func partition(_ partition: some StringProtocol, of resource: String) -> String {
        "Partition \"\(partition)\" is not valid for resource \"\(resource)\"."
    }

    static func region(in resource: String, of service: String) -> String {
        service == "iam"
            ? "IAM resource \(resource) cannot contain region information."
            : "Resource \(resource) can not contain region information."
    }

    static func account(in resource: String) -> String {
        "Resource \(resource) cannot contain an account id."
    }

    static func path(amongst beginnings: [String]) -> String {
        "IAM resource path must either be \"*\", root, or start with "
            + "\(beginnings.joined(separator: ", "))."
    }
}
