import Foundation
import Operations
import Store
import TestSupport
import Testing

/// The condition keys that AWS lists for the actions of IAM and STS, in the requests of every
/// operation.
@Suite struct CatalogConditionTests {
    /// `Data/service-authorization-iam.json`, as far as it is about condition keys.
    private struct Reference: Decodable {
        struct Resource: Decodable {
            let conditionKeys: [String]
        }

        struct Action: Decodable {
            let action: String
            let resources: [String]
            let conditionKeys: [String]
        }

        let resources: [String: Resource]
        let actions: [Action]

        static func read() throws -> Reference {
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../../Data/service-authorization-iam.json")
            return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
        }

        /// The keys of an action and of what it is on.
        func keys(of action: String) throws -> Set<String> {
            let action = try #require(actions.first { $0.action == action })
            return Set(action.conditionKeys).union(
                action.resources.flatMap { resources[$0]?.conditionKeys ?? [] })
        }
    }

    /// Keys that AWS lists and a request cannot have, and why.
    private static let absent: [String: Set<String>] = [
        // What is about to be made has no tags yet.
        "CreateUser": ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"],
        "CreateRole": [
            "aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}", "iam:RoleTemplateARN",
        ],
        // No template was used.
        "AttachRolePolicy": ["iam:RoleTemplateARN"], "GetRole": ["iam:RoleTemplateARN"],
        "PutRolePermissionsBoundary": ["iam:RoleTemplateARN"],
        "PutRolePolicy": ["iam:RoleTemplateARN"], "TagRole": ["iam:RoleTemplateARN"],
        "CreatePolicy": ["aws:ResourceTag/${TagKey}"],
        "CreateInstanceProfile": ["aws:ResourceTag/${TagKey}"],
        "CreateServiceLinkedRole": ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"],
        // What was deleted has none any more.
        "GetServiceLinkedRoleDeletionStatus": [
            "aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}",
        ],
        "CreateVirtualMFADevice": ["aws:ResourceTag/${TagKey}"],
        "CreateOpenIDConnectProvider": ["aws:ResourceTag/${TagKey}"],
        "CreateSAMLProvider": ["aws:ResourceTag/${TagKey}"],
        "UploadServerCertificate": ["aws:ResourceTag/${TagKey}"],
        // A request that is not there has no owner.
        "CreateDelegationRequest": ["iam:DelegationRequestOwner"],
        "GetDelegationRequest": ["iam:DelegationRequestOwner"],
        "AssociateDelegationRequest": ["iam:DelegationRequestOwner"],
        "UpdateDelegationRequest": ["iam:DelegationRequestOwner"],
        "AcceptDelegationRequest": ["iam:DelegationRequestOwner"],
        "RejectDelegationRequest": ["iam:DelegationRequestOwner"],
        "SendDelegationToken": ["iam:DelegationRequestOwner"],
        "GetHumanReadableSummary": ["iam:DelegationRequestOwner"],
        // These are of passkeys and security keys, which this operation does not make.
        "EnableMFADevice": [
            "iam:FIDO-FIPS-140-2-certification", "iam:FIDO-FIPS-140-3-certification",
            "iam:FIDO-certification", "iam:RegisterSecurityKey",
        ],
    ]

    /// A prepared account in which everything has a tag, and alice and the roles a boundary.
    private func stage() async throws -> (TestService, PreparedAccount) {
        let service = try await TestService()
        let prepared = try await PreparedAccount(service)
        let root = try await service.caller()
        let tag = ["Tags.member.1.Key": "team", "Tags.member.1.Value": "core"]
        for (operation, thing) in [
            ("TagUser", ["UserName": "bob"]), ("TagUser", ["UserName": "carol"]),
            ("TagRole", ["RoleName": "Idle"]),
            ("TagRole", ["RoleName": "AWSServiceRoleForAutoScaling"]),
            ("TagInstanceProfile", ["InstanceProfileName": "empty"]),
            ("TagPolicy", ["PolicyArn": PreparedAccount.readers]),
            ("TagMFADevice", ["SerialNumber": "arn:aws:iam::{account}:mfa/spare"]),
        ] {
            let parameters = prepared.filled(tag.merging(thing) { $1 })
            let answer = try await service.call(operation, parameters, as: root)
            #expect(answer.error == nil)
        }
        try await service.services.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO permissions_boundary (account_id, owner_id, policy_arn)
                SELECT account_id, user_id, 'arn:aws:iam::aws:policy/ReadOnlyAccess'
                FROM iam_user WHERE name = 'alice'
                UNION ALL
                SELECT account_id, role_id, 'arn:aws:iam::aws:policy/ReadOnlyAccess' FROM iam_role
                """)
            try transaction.recordChange(
                of: TestService.accountID, at: service.clock.now, what: "test")
        }
        return (service, prepared)
    }

    /// A key as it is in a scenario: with one of its tags.
    private func concrete(_ key: String, _ parameters: [String: String]) -> String {
        let tag = key.contains("RequestTag") ? parameters["Tags.member.1.Key"] : "team"
        return key.replacing("${TagKey}", with: tag ?? "team")
    }

    @Test(
        "every key that AWS lists for an action is in its requests, or is known not to be",
        arguments: Scenario.all)
    func keys(_ scenario: Scenario) async throws {
        let action = scenario.needs[0].action
        let known = try Reference.read().keys(of: action)
        let absent = Self.absent[scenario.operation, default: []]
        #expect(absent.isSubset(of: known))
        var parameters = scenario.parameters
        if ["CreateUser", "CreateRole"].contains(scenario.operation) {
            parameters["PermissionsBoundary"] = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        }
        let (service, prepared) = try await stage()
        /// The answer when the action is allowed under a condition, and all others without one.
        func error(under condition: String) async throws -> IAMError? {
            let statements =
                #"{"Effect":"Allow","Action":"\#(action)","Resource":"*","Condition":{"#
                + condition + #"}},{"Effect":"Allow","NotAction":"\#(action)","Resource":"*"}"#
            try await service.permit(
                Scenario.caller,
                #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#)
            return try await service.call(
                scenario.operation, prepared.filled(parameters),
                as: service.caller(Scenario.caller)
            ).error
        }
        /// The condition that a key is there, or is not.
        func null(_ key: String, _ isNull: Bool) -> String {
            #""\#(concrete(key, parameters))":"\#(isNull)""#
        }
        // Each key by itself: its opposite is refused, which changes nothing.
        for key in known {
            let opposite = null(key, !absent.contains(key))
            let refusal = try await error(under: #""Null":{\#(opposite)}"#)
            #expect(refusal?.code == .accessDenied, "\(action) \(key)")
        }
        // All together as they are: that was what the refusals were about.
        let all = known.map { null($0, absent.contains($0)) }.joined(separator: ",")
        let answer = try await error(under: #""Null":{\#(all)}"#)
        #expect(answer?.code == scenario.error, "\(action)")
    }
}
