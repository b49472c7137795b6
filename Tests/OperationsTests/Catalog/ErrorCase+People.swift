import Operations
import TestSupport

extension ErrorCase {
    static let people = entities + credentials + account

    private static let duplicateTags = [
        "Tags.member.1.Key": "team", "Tags.member.1.Value": "a", "Tags.member.2.Key": "team",
        "Tags.member.2.Value": "b",
    ]
    private static let duplicateTagsSentence =
        "Duplicate tag keys found. Please note that Tag keys are case insensitive."

    private static let entities: [ErrorCase] = [
        ErrorCase(
            "CreateUser", ["UserName": "ALICE"], .entityAlreadyExists,
            "User with name ALICE already exists."),
        ErrorCase(
            "CreateUser",
            ["UserName": "dave", "PermissionsBoundary": "arn:aws:iam::{account}:policy/Missing"],
            .noSuchEntity,
            "Scope ARN: arn:aws:iam::{account}:policy/Missing does not exist or is not attachable."
        ),
        ErrorCase(
            "CreateUser", ["UserName": "dave", "PermissionsBoundary": "a-policy-that-is-no-arn"],
            .validationError, "ARN a-policy-that-is-no-arn is not valid."),
        ErrorCase(
            "CreateUser",
            ["UserName": "dave", "PermissionsBoundary": "arn:aws:iam::{account}:user/alice"],
            .invalidInput, "ARN arn:aws:iam::{account}:user/alice is not valid."),
        ErrorCase(
            "CreateUser", ["UserName": "dave"].merging(duplicateTags) { $1 }, .invalidInput,
            duplicateTagsSentence),
        ErrorCase(
            "UpdateUser", ["UserName": "alice", "NewUserName": "BOB"], .entityAlreadyExists,
            "User with name BOB already exists."),
        ErrorCase(
            "TagUser", ["UserName": "alice"].merging(duplicateTags) { $1 }, .invalidInput,
            duplicateTagsSentence),
        ErrorCase(
            "TagUser",
            ["UserName": "alice", "Tags.member.1.Key": "Aws:x", "Tags.member.1.Value": "1"],
            .invalidInput, "Keys and values that begin with aws: are reserved for system use."),
        ErrorCase(
            "TagPolicy", ["PolicyArn": PreparedAccount.spare].merging(duplicateTags) { $1 },
            .invalidInput, duplicateTagsSentence),
        ErrorCase(
            "CreateGroup", ["GroupName": "Writers"], .entityAlreadyExists,
            "Group with name Writers already exists."),
        ErrorCase(
            "UpdateGroup", ["GroupName": "writers", "NewGroupName": "Idle"],
            .entityAlreadyExists, "Group with name Idle already exists."),
        ErrorCase(
            "AddUserToGroup", ["GroupName": "nothing", "UserName": "nobody"], .noSuchEntity,
            "The user with name nobody cannot be found."),
        ErrorCase(
            "RemoveUserFromGroup", ["GroupName": "nothing", "UserName": "nobody"], .noSuchEntity,
            "The user with name nobody cannot be found."),
        ErrorCase(
            "DeleteUser", ["UserName": "alice"], .deleteConflict,
            "Cannot delete entity, must remove users from group first."),
        ErrorCase(
            "DeleteGroup", ["GroupName": "writers"], .deleteConflict,
            "Cannot delete entity, must remove users from group first."),
    ]

    private static let noSessionDuration =
        "The parameter MaxSigninSessionDuration is not supported here: sessions last 12 hours at "
        + "most. Leave it out."
    private static let tooShort = "Password should have a minimum length of 8"

    private static let credentials: [ErrorCase] =
        [("UpdateAccessKey", ["Status": "Active"]), ("DeleteAccessKey", [:])].map {
            ErrorCase(
                $0.0, $0.1.merging(["UserName": "bob", "AccessKeyId": "{key}"]) { $1 },
                .noSuchEntity, "The Access Key with id {key} cannot be found.")
        }
        + ["GetLoginProfile", "UpdateLoginProfile", "DeleteLoginProfile"].map {
            ErrorCase(
                $0, ["UserName": "bob"], .noSuchEntity,
                "Login Profile for User bob cannot be found.")
        } + [
            ErrorCase(
                "CreateLoginProfile", ["UserName": "alice", "Password": "Brisk-Heron-17"],
                .entityAlreadyExists, "Login Profile for user alice already exists."),
            ErrorCase(
                "CreateLoginProfile", ["UserName": "bob", "Password": "Short-1"],
                .passwordPolicyViolation, tooShort),
            ErrorCase(
                "CreateLoginProfile",
                [
                    "UserName": "bob", "Password": "Brisk-Heron-17",
                    "MaxSigninSessionDuration": "3600",
                ], .validationError, noSessionDuration),
            ErrorCase(
                "UpdateLoginProfile",
                ["UserName": "alice", "MaxSigninSessionDuration": "3600"],
                .invalidInput, noSessionDuration),
            ErrorCase(
                "UpdateLoginProfile", ["UserName": "alice", "Password": "Short-1"],
                .passwordPolicyViolation, tooShort),
            ErrorCase(
                "ChangePassword",
                ["OldPassword": PreparedAccount.password, "NewPassword": "Short-1"], as: "carol",
                .passwordPolicyViolation, tooShort),
            ErrorCase(
                "ChangePassword",
                ["OldPassword": "Not-Mine-88", "NewPassword": "Brisk-Heron-17"], as: "carol",
                .accessDenied, "The old password was incorrect."),
            ErrorCase(
                "ChangePassword",
                ["OldPassword": PreparedAccount.password, "NewPassword": "Brisk-Heron-17"],
                as: "bob",
                .noSuchEntity, "Login Profile for User bob cannot be found."),
            ErrorCase(
                "ChangePassword",
                ["OldPassword": PreparedAccount.password, "NewPassword": "Brisk-Heron-17"],
                .invalidUserType, "Only IAM Users can change their own password"),
        ]

    private static let account: [ErrorCase] = [
        ErrorCase(
            "CreateAccountAlias", ["AccountAlias": "example-{account}"], .entityAlreadyExists,
            "The account alias example-{account} already exists."),
        ErrorCase(
            "CreateAccountAlias", ["AccountAlias": "Example-"], .validationError,
            "The specified value for accountAlias is invalid. It must be a minimum length of 3 "
                + "characters and maximum length of 63 characters, contain only digits, lowercase "
                + "letters, and hyphens (-), but cannot begin or end with a hyphen."),
        ErrorCase(
            "DeleteAccountAlias", ["AccountAlias": "other"], .noSuchEntity,
            "The account alias with name other cannot be found."),
        ErrorCase(
            "GetAccountPasswordPolicy", [:], .noSuchEntity,
            "The Password Policy with domain name {account} cannot be found.",
            given: done("DeleteAccountPasswordPolicy")),
        ErrorCase(
            "DeleteAccountPasswordPolicy", [:], .noSuchEntity,
            "The account policy with name PasswordPolicy cannot be found.",
            given: done("DeleteAccountPasswordPolicy")),
        ErrorCase(
            "UpdateAccountPasswordPolicy",
            [
                "MaxPasswordAge": "1096", "PasswordReusePrevention": "25",
                "MinimumPasswordLength": "129",
            ],
            .validationError,
            "3 validation errors detected: Value at 'minimumPasswordLength' failed to satisfy "
                + "constraint: Member must have value less than or equal to 128; Value at "
                + "'passwordReusePrevention' failed to satisfy constraint: Member must have value "
                + "less than or equal to 24; Value at 'maxPasswordAge' failed to satisfy "
                + "constraint: Member must have value less than or equal to 1095"),
        ErrorCase(
            "CreateLoginProfile", ["UserName": "bob"], .validationError,
            "1 validation error detected: Value at 'password' failed to satisfy constraint: "
                + "Member must not be null"),
        ErrorCase(
            "GetAccessKeyLastUsed", ["AccessKeyId": "AKIA0000000000000000"], .accessDenied,
            "User: arn:aws:iam::{account}:root is not authorized to perform "
                + "iam:GetAccessKeyLastUsed on resource: access key AKIA0000000000000000"),
        ErrorCase(
            "GetAccessKeyInfo", ["AccessKeyId": "AKIA0000000000000000"], .validationError,
            "Invalid access key ID: AKIA0000000000000000"),
    ]
}
