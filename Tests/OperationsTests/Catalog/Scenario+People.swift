import TestSupport

extension Scenario {
    private static let alice = "user/team/alice"
    private static let writers = "group/team/writers"

    /// Users, their credentials, and groups.
    static let people =
        users + credentials + devices + [
            Scenario(
                "CreateGroup", ["GroupName": "readers", "Path": "/team/"],
                on: "group/team/readers"),
            Scenario("GetGroup", ["GroupName": "writers"], on: writers, shown: "group writers"),
            Scenario("ListGroups", on: "group/"),
            Scenario(
                "UpdateGroup",
                ["GroupName": "writers", "NewGroupName": "authors", "NewPath": "/"],
                on: writers, shown: "group writers",
                also: [("iam:UpdateGroup", "group/authors")]),
            Scenario("DeleteGroup", ["GroupName": "idle"], on: "group/idle", shown: "group idle"),
            Scenario(
                "AddUserToGroup", ["GroupName": "writers", "UserName": "bob"], on: writers,
                shown: "group writers"),
            Scenario(
                "RemoveUserFromGroup", ["GroupName": "writers", "UserName": "alice"], on: writers,
                shown: "group writers"),
            Scenario("ListGroupsForUser", ["UserName": "alice"], on: alice, shown: "user alice"),
        ]

    private static let users = [
        Scenario(
            "CreateUser",
            [
                "UserName": "dave", "Path": "/team/", "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ],
            on: "user/team/dave", also: [("iam:TagUser", "user/team/dave")]),
        Scenario("GetUser", ["UserName": "alice"], on: alice, shown: "user alice"),
        Scenario("ListUsers", on: "user/"),
        Scenario(
            "UpdateUser", ["UserName": "alice", "NewUserName": "alicia"], on: alice,
            shown: "user alice", also: [("iam:UpdateUser", "user/team/alicia")]),
        Scenario("DeleteUser", ["UserName": "bob"], on: "user/bob", shown: "user bob"),
        Scenario(
            "TagUser",
            ["UserName": "alice", "Tags.member.1.Key": "site", "Tags.member.1.Value": "north"],
            on: alice, shown: "user alice"),
        Scenario(
            "UntagUser", ["UserName": "alice", "TagKeys.member.1": "team"], on: alice,
            shown: "user alice"),
        Scenario("ListUserTags", ["UserName": "alice"], on: alice, shown: "user alice"),
    ]

    private static let credentials = [
        Scenario("CreateAccessKey", ["UserName": "bob"], on: "user/bob", shown: "user bob"),
        Scenario("ListAccessKeys", ["UserName": "alice"], on: alice, shown: "user alice"),
        Scenario(
            "UpdateAccessKey",
            ["UserName": "alice", "AccessKeyId": "{key}", "Status": "Inactive"], on: alice,
            shown: "user alice"),
        Scenario(
            "DeleteAccessKey", ["UserName": "alice", "AccessKeyId": "{key}"], on: alice,
            shown: "user alice"),
        Scenario(
            "GetAccessKeyLastUsed", ["AccessKeyId": "{key}"], on: alice,
            shown: "access key {key}"),
        Scenario(
            "CreateLoginProfile", ["UserName": "bob", "Password": "Brisk-Heron-17"],
            on: "user/bob", shown: "user bob"),
        Scenario("GetLoginProfile", ["UserName": "alice"], on: alice, shown: "user alice"),
        Scenario(
            "UpdateLoginProfile", ["UserName": "alice", "Password": "Brisk-Heron-17"], on: alice,
            shown: "user alice"),
        Scenario("DeleteLoginProfile", ["UserName": "alice"], on: alice, shown: "user alice"),
        Scenario(
            "ChangePassword",
            ["OldPassword": PreparedAccount.password, "NewPassword": "Brisk-Heron-17"],
            on: "user/carol"),
    ]

    private static let phone = "arn:aws:iam::{account}:mfa/phone"
    private static let spare = "arn:aws:iam::{account}:mfa/spare"
    private static let key = "arn:aws:iam::{account}:u2f/user/alice/key-1"

    private static let devices = [
        Scenario(
            "CreateVirtualMFADevice",
            [
                "VirtualMFADeviceName": "tablet", "Path": "/team/", "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ],
            on: "mfa/team/tablet", also: [("iam:TagMFADevice", "mfa/team/tablet")]),
        Scenario("ListVirtualMFADevices", on: "mfa/"),
        Scenario("DeleteVirtualMFADevice", ["SerialNumber": spare], on: "mfa/spare"),
        Scenario(
            "EnableMFADevice",
            [
                "UserName": "bob", "SerialNumber": spare, "AuthenticationCode1": "{spare1}",
                "AuthenticationCode2": "{spare2}",
            ],
            on: "user/bob", shown: "user bob"),
        Scenario("ListMFADevices", ["UserName": "alice"], on: alice, shown: "user alice"),
        Scenario(
            "GetMFADevice", ["UserName": "alice", "SerialNumber": key], on: alice,
            shown: "user alice"),
        Scenario(
            "ResyncMFADevice",
            [
                "UserName": "alice", "SerialNumber": phone, "AuthenticationCode1": "{phone1}",
                "AuthenticationCode2": "{phone2}",
            ],
            on: alice, shown: "user alice"),
        Scenario(
            "DeactivateMFADevice", ["UserName": "alice", "SerialNumber": phone], on: alice,
            shown: "user alice"),
        Scenario(
            "TagMFADevice",
            ["SerialNumber": phone, "Tags.member.1.Key": "site", "Tags.member.1.Value": "north"],
            on: "mfa/phone"),
        Scenario(
            "UntagMFADevice", ["SerialNumber": phone, "TagKeys.member.1": "team"],
            on: "mfa/phone"),
        Scenario("ListMFADeviceTags", ["SerialNumber": phone], on: "mfa/phone"),
    ]

    /// The account, and who calls.
    static let account = [
        Scenario("CreateAccountAlias", ["AccountAlias": "other-alias"], on: "*"),
        Scenario("ListAccountAliases", on: "*"),
        Scenario("DeleteAccountAlias", ["AccountAlias": "example-{account}"], on: "*"),
        Scenario("UpdateAccountPasswordPolicy", ["MinimumPasswordLength": "12"], on: "*"),
        Scenario("GetAccountPasswordPolicy", on: "*"),
        Scenario("DeleteAccountPasswordPolicy", on: "*"),
        Scenario("GetAccountProperties", on: "*"),
        Scenario(
            "PutAccountProperties", ErrorCase.property("RoleManager/Enabled", "false"), on: "*"),
        Scenario("GetAccountSummary", on: "*"),
        Scenario("GetAccountAuthorizationDetails", on: "*"),
        Scenario("GetCallerIdentity", on: "*", service: "sts"),
        Scenario("GetAccessKeyInfo", ["AccessKeyId": "{key}"], on: "*", service: "sts"),
        Scenario(
            "DecodeAuthorizationMessage", ["EncodedMessage": "{message}"], on: "*",
            service: "sts"),
    ]
}
