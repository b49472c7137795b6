import IAMModel
import Operations

extension Scenario {
    static let entityPath = "o-a1b2c3d4e5/r-f6g7h8i9j0example/123456789012"
    static let noReport = "00000000-0000-4000-8000-000000000000"

    /// Reports of credentials and last accesses, and what only organizations have.
    static let reports =
        [
            Scenario("GenerateCredentialReport", on: "*"),
            Scenario("GetCredentialReport", on: "*"),
            Scenario(
                "GenerateServiceLastAccessedDetails",
                ["Arn": "arn:aws:iam::{account}:user/bob", "Granularity": "ACTION_LEVEL"],
                on: "user/bob"),
            Scenario(
                "GetServiceLastAccessedDetails", ["JobId": "{report}"], on: "*",
                also: [("iam:GenerateServiceLastAccessedDetails", "user/bob")]),
            Scenario(
                "GetServiceLastAccessedDetailsWithEntities",
                ["JobId": "{report}", "ServiceNamespace": "s3"], on: "*",
                also: [("iam:GenerateServiceLastAccessedDetails", "user/bob")]),
            Scenario(
                "ListPoliciesGrantingServiceAccess",
                [
                    "Arn": "arn:aws:iam::{account}:user/bob",
                    "ServiceNamespaces.member.1": "s3",
                ], on: "user/bob"),
            Scenario(
                "GenerateOrganizationsAccessReport", ["EntityPath": entityPath],
                on: "access-report/\(entityPath)", ending: .fails(.accessDenied)),
            Scenario(
                "GetOrganizationsAccessReport", ["JobId": noReport], on: "*",
                ending: .fails(IAM.Errors.noSuchEntity)),
        ]
        + [
            "ListOrganizationsFeatures", "EnableOrganizationsRootCredentialsManagement",
            "DisableOrganizationsRootCredentialsManagement", "EnableOrganizationsRootSessions",
            "DisableOrganizationsRootSessions",
        ].map {
            Scenario($0, on: "*", ending: .fails(IAM.Errors.organizationNotFound))
        }
}
