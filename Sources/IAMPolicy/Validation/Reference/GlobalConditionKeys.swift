import IAMIdentifiers

/// The condition keys of every service's requests.
///
/// Source: IAM User Guide, "AWS global condition context keys".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
enum GlobalConditionKeys {
    /// All of them, and the keys that some services put into the requests of others.
    static let all: [ConditionKeyFacts] =
        [
            (strings, "String"), (multivalued, "ArrayOfString"), (arns, "ARN"),
            (booleans, "Bool"), (numbers, "Numeric"), (dates, "Date"), (addresses, "IPAddress"),
        ].flatMap { names, type in names.map { ConditionKeyFacts($0, type: type) } }

    /// The names of those that begin with `aws:`, in order.
    static let names = [strings, multivalued, arns, booleans, numbers, dates, addresses]
        .flatMap(\.self).filter { $0.begins(with: "aws:") }.sorted()

    private static let strings = [
        "aws:CalledViaFirst", "aws:CalledViaLast", "aws:Ec2InstanceSourceVpc",
        "aws:FederatedProvider", "aws:PrincipalAccount", "aws:PrincipalOrgID",
        "aws:PrincipalOrgMasterAccountId",
        "aws:PrincipalServiceName", "aws:PrincipalTag/${TagKey}", "aws:PrincipalType",
        "aws:referer", "aws:RequestedRegion", "aws:RequestTag/${TagKey}", "aws:ResourceAccount",
        "aws:ResourceOrgID", "aws:ResourceTag/${TagKey}", "aws:SourceAccount",
        "aws:SourceIdentity", "aws:SourceOrgID", "aws:SourceOwner", "aws:SourceVpc",
        "aws:SourceVpce", "aws:UserAgent", "aws:userid", "aws:username", "aws:VpceAccount",
        "aws:VpceOrgID", "glue:CredentialIssuingService", "glue:RoleAssumedBy",
        "identitystore:UserId",
    ]

    private static let multivalued = [
        "aws:CalledVia", "aws:PrincipalOrgPaths", "aws:PrincipalServiceNamesList",
        "aws:ResourceOrgPaths", "aws:SourceOrgPaths", "aws:TagKeys", "aws:VpceOrgPaths",
    ]

    private static let arns = [
        "aws:ChatbotSourceArn", "aws:PrincipalArn", "aws:SourceArn", "aws:SourceVpcArn",
        "codebuild:BuildArn", "codebuild:ProjectArn", "ec2:SourceInstanceArn",
        "lambda:SourceFunctionArn", "ssm:SourceInstanceArn",
    ]

    private static let booleans = [
        "aws:AssumedRoot", "aws:IsMcpServiceAction", "aws:MultiFactorAuthPresent",
        "aws:PrincipalIsAWSService", "aws:SecureTransport", "aws:ViaAWSMCPService",
        "aws:ViaAWSService",
    ]

    private static let numbers = ["aws:MultiFactorAuthAge", "ec2:RoleDelivery"]

    /// aws:EpochTime is a number, and compared as a date or as one.
    private static let dates = ["aws:CurrentTime", "aws:EpochTime", "aws:TokenIssueTime"]

    private static let addresses = [
        "aws:Ec2InstanceSourcePrivateIPv4", "aws:SourceIp", "aws:VpcSourceIp",
    ]

    /// Keys that tell for whom a service calls, which no other principal's request has.
    static let sources: Set<ExactText> = [
        "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths",
    ]

    /// Keys whose values are made by AWS and at random, so that a wildcard in them has no good use.
    ///
    /// Source: the same page, "Sensitive condition keys".
    static let sensitive: Set<ExactText> = [
        "aws:principalaccount", "aws:principalorgid", "aws:resourceaccount", "aws:resourceorgid",
        "aws:sourceaccount", "aws:sourceorgid", "aws:sourcevpc", "aws:sourcevpce",
        "aws:vpceaccount", "aws:vpceorgid",
    ]
}
