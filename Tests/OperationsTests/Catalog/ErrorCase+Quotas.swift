import IAMIdentifiers
import Operations
import Store
import TestSupport

extension ErrorCase {
    /// What an account may have is counted, not tried out: rows fill it up.
    static let quotas: [ErrorCase] =
        [
            ErrorCase(
                "CreateUser", ["UserName": "one-more"], .limitExceeded,
                "Cannot exceed quota for UsersPerAccount: 5000",
                given: { service, _ in
                    try await service.services.database.write { transaction in
                        let users = UserTable(transaction, of: TestService.accountID)
                        for number in try users.count()..<5_000 {
                            _ = try users.insert(
                                User(
                                    account: TestService.accountID,
                                    id: UniqueID(stored: "AIDA\(number)"), name: "u\(number)",
                                    path: EntityPath(stored: "/"),
                                    createdAt: service.clock.now))
                        }
                    }
                }),
            ErrorCase(
                "CreateGroup", ["GroupName": "one-more"], .limitExceeded,
                "Cannot exceed quota for GroupsPerAccount: 300",
                given: { service, _ in
                    try await service.services.database.write { transaction in
                        let groups = GroupTable(transaction, of: TestService.accountID)
                        for number in try groups.count()..<300 {
                            _ = try groups.insert(
                                Group(
                                    account: TestService.accountID,
                                    id: UniqueID(stored: "AGPA\(number)"), name: "g\(number)",
                                    path: EntityPath(stored: "/"),
                                    createdAt: service.clock.now))
                        }
                    }
                }),
            ErrorCase(
                "AddUserToGroup", ["GroupName": "idle", "UserName": "alice"], .limitExceeded,
                "Cannot exceed quota for GroupsPerUser: 10",
                given: { service, prepared in
                    try await done("CreateGroup", ["GroupName": "g{n}"], times: 9)(
                        service, prepared)
                    try await done(
                        "AddUserToGroup", ["GroupName": "g{n}", "UserName": "alice"], times: 9)(
                            service, prepared)
                }),
            ErrorCase(
                "CreateAccessKey", ["UserName": "alice"], .limitExceeded,
                "Cannot exceed quota for AccessKeysPerUser: 2",
                given: { service, prepared in
                    try await done("CreateAccessKey", ["UserName": "alice"])(service, prepared)
                    try await done(
                        "UpdateAccessKey",
                        ["UserName": "alice", "AccessKeyId": "{key}", "Status": "Inactive"])(
                            service, prepared)
                }),
            ErrorCase(
                "CreateAccessKey", [:], .limitExceeded,
                "Cannot exceed quota for AccessKeysPerUser: 2",
                given: done("CreateAccessKey", times: 2)),
        ]
        + [
            ("TagUser", "UserName", "alice"), ("TagRole", "RoleName", "Deployer"),
            ("TagPolicy", "PolicyArn", PreparedAccount.spare),
            ("TagOpenIDConnectProvider", "OpenIDConnectProviderArn", PreparedAccount.issuer),
            ("TagMFADevice", "SerialNumber", "arn:aws:iam::{account}:mfa/phone"),
        ].map { operation, name, value in
            let tag = [name: value, "Tags.member.1.Key": "k{n}", "Tags.member.1.Value": "1"]
            return ErrorCase(
                operation, tag.mapValues { $0.replacing("{n}", with: "49") }, .limitExceeded,
                "The number of tags has reached the maximum limit.",
                given: done(operation, tag, times: 49))
        }
}
