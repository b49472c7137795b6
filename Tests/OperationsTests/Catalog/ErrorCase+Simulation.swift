import Operations
import Store
import TestSupport

extension ErrorCase {
    static let simulation = custom + principal + contextKeys + messages + validation

    private static let policy = Policies.allow("s3:GetObject")
    private static let alice = "arn:aws:iam::{account}:user/team/alice"

    /// A simulation that would succeed but for these parameters.
    private static func custom(
        _ parameters: [String: String], _ message: String
    ) -> ErrorCase {
        ErrorCase(
            "SimulateCustomPolicy",
            ["PolicyInputList.member.1": policy, "ActionNames.member.1": "s3:GetObject"]
                .merging(parameters) { $1 },
            .invalidInput, message)
    }

    /// A validation that would succeed but for these parameters.
    private static func validation(
        _ parameters: [String: String], _ message: String
    ) -> ErrorCase {
        ErrorCase(
            "ValidatePolicy",
            ["policyDocument": policy, "policyType": "IDENTITY_POLICY"]
                .merging(parameters) { $1 },
            .validationError, message)
    }

    private static let validation: [ErrorCase] = [
        validation(
            ["validatePolicyResourceType": "AWS::S3::Bucket"],
            "validatePolicyResourceType can be given with the policyType RESOURCE_POLICY only."),
        validation(["maxResults": "0"], "maxResults must be a number from 1 to 1000."),
        validation(["maxResults": "1001"], "maxResults must be a number from 1 to 1000."),
        validation(["nextToken": "?"], "Invalid nextToken."),
        validation(["nextToken": "MTAwMA"], "Invalid nextToken."),
        validation(["nextToken": "LTE"], "Invalid nextToken."),
    ]

    private static func entry(
        _ type: String, _ values: String..., name: String = "aws:x"
    ) -> [String: String] {
        var parameters = [
            "ContextEntries.member.1.ContextKeyName": name,
            "ContextEntries.member.1.ContextKeyType": type,
        ]
        for (index, value) in values.enumerated() {
            parameters["ContextEntries.member.1.ContextKeyValues.member.\(index + 1)"] = value
        }
        return parameters
    }

    private static func wrongType(_ type: String, _ value: String) -> ErrorCase {
        custom(
            entry(type, value),
            "The value \(value) of the context key aws:x is not of the type \(type).")
    }

    private static let custom: [ErrorCase] =
        documents + names + callers + [
            custom(
                entry("string", "a", "b"),
                "The context key aws:x is of the type string and has more than one value."),
            wrongType("numeric", "ten"), wrongType("numericList", "1e3"),
            wrongType("boolean", "yes"), wrongType("booleanList", "1"),
            wrongType("ip", "203.0.113"), wrongType("ipList", "localhost"),
            wrongType("binary", "?"), wrongType("binaryList", "YQ"),
            wrongType("date", "yesterday"), wrongType("dateList", "2026-13-01T00:00:00Z"),
            custom(
                entry("string", "a").merging([
                    "ContextEntries.member.2.ContextKeyName": "AWS:X"
                ]) { $1 }, "The context key AWS:X is given more than once."),
            custom(
                ["ContextEntries.member.1.ContextKeyValues.member.1": "a"],
                "A context entry has no ContextKeyName."),
            custom(
                ["ResourceHandlingOption": "EC2-Classic-EBS"],
                "The ResourceHandlingOption EC2-Classic-EBS is not supported."),
            custom(
                [
                    "ResourceHandlingOption": "EC2-VPC-EBS-Subnet",
                    "ResourceArns.member.1": "arn:aws:ec2:us-east-1:{account}:instance/*",
                    "ResourceArns.member.2": "arn:aws:ec2:us-east-1::image/ami-1",
                    "ResourceArns.member.3": "arn:aws:ec2:us-east-1:{account}:security-group/sg-1",
                    "ResourceArns.member.4": "arn:aws:ec2:us-east-1:{account}:subnet/subnet-1",
                ],
                "The ResourceHandlingOption EC2-VPC-EBS-Subnet requires resources of the types "
                    + "network-interface, volume."),
        ]

    private static let documents = [
        custom(
            ["PolicyInputList.member.2": "{"],
            "PolicyInputList.2 is not a valid policy: Syntax errors in policy."),
        custom(
            ["PermissionsBoundaryPolicyInputList.member.1": "{"],
            "PermissionsBoundaryPolicyInputList.1 is not a valid policy: "
                + "Syntax errors in policy."),
        custom(
            [
                "PermissionsBoundaryPolicyInputList.member.1": policy,
                "PermissionsBoundaryPolicyInputList.member.2": policy,
            ], "PermissionsBoundaryPolicyInputList can have only one policy."),
        custom(
            [
                "OrderedOrganizationPolicyInputList.member.1.ServiceControlPolicyInputList"
                    + ".member.1": "{"
            ],
            "OrderedOrganizationPolicyInputList.1.ServiceControlPolicyInputList.1 is not a valid "
                + "policy: Syntax errors in policy."),
        custom(
            ["ResourcePolicy": "{", "CallerArn": alice],
            "ResourcePolicy is not a valid policy: Syntax errors in policy."),
    ]

    private static let names = [
        custom(
            ["ActionNames.member.1": "s3:Get*"],
            "The action s3:Get* is not valid; it must have the form service:name and no "
                + "wildcards."),
        custom(
            ["ActionNames.member.1": "GetObject"],
            "The action GetObject is not valid; it must have the form service:name and no "
                + "wildcards."),
        custom(
            ["ResourceArns.member.1": "bucket"], "The resource bucket is neither an ARN nor *."),
    ]

    private static let callers = [
        custom(
            ["ResourcePolicy": policy],
            "CallerArn is required when ResourcePolicy is given and no user is simulated."),
        custom(
            ["CallerArn": "arn:aws:iam::{account}:role/reader"],
            "CallerArn arn:aws:iam::{account}:role/reader is not the ARN of an IAM user."),
        custom(
            ["CallerArn": "arn:aws:iam::{account}:root"],
            "CallerArn arn:aws:iam::{account}:root is not the ARN of an IAM user."),
        custom(
            ["ResourceOwner": "somebody"],
            "ResourceOwner somebody is neither an account ID nor the ARN of an account."),
    ]

    private static func principal(
        _ arn: String, _ code: IAMError.Code, _ message: String,
        _ parameters: [String: String] = [:], given: Arrangement? = nil
    ) -> ErrorCase {
        ErrorCase(
            "SimulatePrincipalPolicy",
            ["PolicySourceArn": arn, "ActionNames.member.1": "s3:GetObject"]
                .merging(parameters) { $1 }, code, message, given: given)
    }

    private static let root = "arn:aws:iam::{account}:root"
    private static let session = "arn:aws:sts::{account}:assumed-role/reader/session"

    private static func noEntity(_ arn: String) -> String {
        "Invalid Entity Arn: \(arn) does not clearly define entity type and name."
    }

    /// A simulation of alice with one identifier in PolicyExclusionList.
    private static func exclusion(
        _ members: [String: String], _ message: String
    ) -> ErrorCase {
        let parameters = members.map { ("PolicyExclusionList.member.1.\($0)", $1) }
        return principal(
            alice, .invalidInput, "PolicyExclusionList.1\(message)",
            Dictionary(uniqueKeysWithValues: parameters))
    }

    private static func noPolicy(_ arn: String) -> ErrorCase {
        exclusion(
            ["PolicyArn": arn],
            ": \(arn) is not the ARN of a managed policy. Its resource name may hold one * and any "
                + "number of ?, its other parts none.")
    }

    private static let exclusions: [ErrorCase] =
        [
            "arn:aws:iam::{account}:policy/a*b*", "arn:aws:iam::*:policy/readers",
            "arn:aws*:iam::aws:policy/readers", "arn:aws:iam::{account}:user/team/alice",
            "arn:aws:s3::{account}:policy/readers", "no ARN but long enough for one",
        ].map(noPolicy) + [
            exclusion(
                ["PolicyType": "inline", "PolicyArn": "arn:aws:iam::{account}:policy/readers"],
                " must have exactly one of PolicyType, PolicyArn and InlinePolicyIdentifier."),
            exclusion(
                [
                    "InlinePolicyIdentifier.PolicyName": "notes",
                    "InlinePolicyIdentifier.AttachmentType": "user",
                    "InlinePolicyIdentifier.AttachmentName": "a*i*",
                ], ": AttachmentName a*i* has more than one *."),
        ]

    private static let principal: [ErrorCase] =
        exclusions + [
            principal(root, .invalidInput, noEntity(root)),
            principal(session, .invalidInput, noEntity(session)),
            principal(
                "arn:aws:iam::{account}:user", .invalidInput,
                noEntity("arn:aws:iam::{account}:user")),
            principal(
                "a-name-of-twenty-characters", .invalidInput,
                noEntity("a-name-of-twenty-characters")),
            principal(
                "arn:aws:iam::{account}:user/alice", .noSuchEntity,
                "The user with name alice cannot be found."),  // her path is missing
            principal(
                "arn:aws:iam::210987654321:user/team/alice", .noSuchEntity,
                "The user with name alice cannot be found."),
            principal(
                "arn:aws:iam::{account}:group/nobody", .noSuchEntity,
                "The group with name nobody cannot be found."),
            principal(
                "arn:aws:iam::{account}:role/nobody", .noSuchEntity,
                "The role with name nobody cannot be found."),
            principal(
                alice, .invalidInput,
                "PermissionsBoundaryPolicyInputList can have only one policy.",
                [
                    "PermissionsBoundaryPolicyInputList.member.1": policy,
                    "PermissionsBoundaryPolicyInputList.member.2": policy,
                ]),
            principal(
                "arn:aws:iam::{account}:group/team/writers", .invalidInput,
                "CallerArn is required when ResourcePolicy is given and no user is simulated.",
                ["ResourcePolicy": policy]),
            principal(
                alice, .policyEvaluation,
                "The policy user_alice_notes could not be evaluated: Syntax errors in policy.",
                given: { service, _ in
                    try await service.services.database.write { transaction in
                        _ = try transaction.execute(
                            "UPDATE inline_policy SET document = '{' WHERE name = 'notes'")
                    }
                }),
        ]

    private static let contextKeys = [
        ErrorCase(
            "GetContextKeysForCustomPolicy", ["PolicyInputList.member.1": "{"], .invalidInput,
            "PolicyInputList.1 is not a valid policy: Syntax errors in policy."),
        ErrorCase(
            "GetContextKeysForPrincipalPolicy", ["PolicySourceArn": root], .invalidInput,
            noEntity(root)),
        ErrorCase(
            "GetContextKeysForPrincipalPolicy",
            ["PolicySourceArn": "arn:aws:iam::{account}:user/nobody"], .noSuchEntity,
            "The user with name nobody cannot be found."),
    ]

    private static let messages = ["AAAA", "?", "{message}A"].map { message in
        ErrorCase(
            "DecodeAuthorizationMessage", ["EncodedMessage": message],
            .invalidAuthorizationMessage, "The authorization message is invalid.")
    }
}
