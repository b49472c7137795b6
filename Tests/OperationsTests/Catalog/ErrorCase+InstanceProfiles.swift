import IAMIdentifiers
import Operations
import Store
import TestSupport

extension ErrorCase {
    static let instanceProfiles = missingProfile + profiles + linkedRoles

    /// Every operation about an instance profile, asked about one that is not there.
    private static let missingProfile = Scenario.instanceProfiles.compactMap {
        scenario -> ErrorCase? in
        guard scenario.parameters["InstanceProfileName"] != nil,
            scenario.operation != "CreateInstanceProfile"
        else { return nil }
        return ErrorCase(
            scenario.operation,
            scenario.parameters.merging(["InstanceProfileName": "none"]) { $1 }, .noSuchEntity,
            "Instance Profile none cannot be found.")
    }

    private static let duplicateTags = [
        "Tags.member.1.Key": "team", "Tags.member.1.Value": "a", "Tags.member.2.Key": "Team",
        "Tags.member.2.Value": "b",
    ]
    private static let duplicateTagsSentence =
        "Duplicate tag keys found. Please note that Tag keys are case insensitive."
    private static let mustRemoveRoles =
        "Cannot delete entity, must remove roles from instance profile first."

    private static let profiles: [ErrorCase] = [
        ErrorCase(
            "CreateInstanceProfile", ["InstanceProfileName": "WEB"], .entityAlreadyExists,
            "Instance Profile WEB already exists."),
        ErrorCase(
            "CreateInstanceProfile",
            ["InstanceProfileName": "batch"].merging(duplicateTags) { $1 }, .invalidInput,
            duplicateTagsSentence),
        ErrorCase(
            "CreateInstanceProfile", ["InstanceProfileName": "one-more"], .limitExceeded,
            "Cannot exceed quota for InstanceProfilesPerAccount: 1000",
            given: { service, _ in
                try await service.services.database.write { transaction in
                    let profiles = InstanceProfileTable(transaction, of: TestService.accountID)
                    for number in try profiles.count()..<1_000 {
                        _ = try profiles.insert(
                            InstanceProfile(
                                account: TestService.accountID,
                                id: UniqueID(stored: "AIPA\(number)"), name: "p\(number)",
                                path: EntityPath(stored: "/"), createdAt: service.clock.now))
                    }
                }
            }),
        ErrorCase(
            "AddRoleToInstanceProfile", ["InstanceProfileName": "web", "RoleName": "Idle"],
            .limitExceeded, "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"),
        ErrorCase(
            "AddRoleToInstanceProfile", ["InstanceProfileName": "web", "RoleName": "Deployer"],
            .limitExceeded, "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"),
        ErrorCase(
            "AddRoleToInstanceProfile",
            ["InstanceProfileName": "empty", "RoleName": "AWSServiceRoleForAutoScaling"],
            .unmodifiableEntity,
            "Cannot perform the operation on the protected role 'AWSServiceRoleForAutoScaling' - "
                + "this role is only modifiable by AWS"),
        ErrorCase(
            "RemoveRoleFromInstanceProfile",
            ["InstanceProfileName": "web", "RoleName": "Idle"], .noSuchEntity,
            "The role with name Idle cannot be found."),
        ErrorCase(
            "DeleteInstanceProfile", ["InstanceProfileName": "web"], .deleteConflict,
            mustRemoveRoles),
        ErrorCase(
            "DeleteRole", ["RoleName": "Idle"], .deleteConflict, mustRemoveRoles,
            given: done(
                "AddRoleToInstanceProfile", ["InstanceProfileName": "empty", "RoleName": "Idle"])),
        ErrorCase(
            "TagInstanceProfile", ["InstanceProfileName": "web"].merging(duplicateTags) { $1 },
            .invalidInput, duplicateTagsSentence),
        ErrorCase(
            "TagInstanceProfile",
            [
                "InstanceProfileName": "empty", "Tags.member.1.Key": "k50",
                "Tags.member.1.Value": "1",
            ], .limitExceeded, "The number of tags has reached the maximum limit.",
            given: done(
                "TagInstanceProfile",
                [
                    "InstanceProfileName": "empty", "Tags.member.1.Key": "k{n}",
                    "Tags.member.1.Value": "1",
                ], times: 50)),
    ]

    private static let linkedRoles: [ErrorCase] = [
        ErrorCase(
            "CreateServiceLinkedRole", ["AWSServiceName": "autoscaling.amazonaws.com"],
            .invalidInput,
            "Service role name AWSServiceRoleForAutoScaling has been taken in this account, please "
                + "try a different suffix."),
        ErrorCase(
            "CreateServiceLinkedRole",
            ["AWSServiceName": "es.amazonaws.com", "CustomSuffix": "blue"], .invalidInput,
            "Custom suffix is not allowed for es.amazonaws.com"),
        ErrorCase(
            "CreateServiceLinkedRole",
            [
                "AWSServiceName": "autoscaling.amazonaws.com",
                "CustomSuffix": String(repeating: "a", count: 40),
            ], .invalidInput, "The suffix makes the name of the role too long."),
        ErrorCase(
            "CreateServiceLinkedRole", ["AWSServiceName": "Autoscaling.amazonaws.com"],
            .invalidInput,
            "Service Autoscaling.amazonaws.com has no service-linked role that is known here."),
        ErrorCase(
            "CreateServiceLinkedRole", ["AWSServiceName": "ecs.amazonaws.com"], .limitExceeded,
            "Cannot exceed quota for RolesPerAccount: 1000",
            given: { service, _ in
                try await service.services.database.write { transaction in
                    let roles = RoleTable(transaction, of: TestService.accountID)
                    for number in try roles.count()..<1_000 {
                        _ = try roles.insert(
                            Role(
                                account: TestService.accountID,
                                id: UniqueID(stored: "AROA\(number)"), name: "r\(number)",
                                path: EntityPath(stored: "/"), trustPolicy: Policies.trust(),
                                createdAt: service.clock.now))
                    }
                }
            }),
        ErrorCase(
            "DeleteServiceLinkedRole", ["RoleName": "Idle"], .noSuchEntity,
            "The role with name Idle cannot be found."),
        ErrorCase(
            "GetServiceLinkedRoleDeletionStatus", ["DeletionTaskId": "{task}0"], .noSuchEntity,
            "Deletion task {task}0 cannot be found."),
        ErrorCase(
            "GetServiceLinkedRoleDeletionStatus", ["DeletionTaskId": "task/ecs"], .invalidInput,
            "The ID of a deletion task has the form task/aws-service-role/SERVICE/ROLE/UUID, as "
                + "DeleteServiceLinkedRole answers it."),
    ]
}
