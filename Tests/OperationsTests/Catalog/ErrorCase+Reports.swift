import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport

extension ErrorCase {
    static let reports =
        ofCredentials + ofLastAccesses
        + Scenario.reports.filter { $0.error == IAM.Errors.organizationNotFound }.map {
            ErrorCase(
                $0.operation, $0.parameters, IAM.Errors.organizationNotFound,
                "The request was rejected because no organization is associated with your account.")
        } + [
            ErrorCase(
                "GetOrganizationsAccessReport", ["JobId": Scenario.noReport], .noSuchEntity,
                "The job with id \(Scenario.noReport) cannot be found."),
            ErrorCase(
                "GenerateOrganizationsAccessReport", ["EntityPath": Scenario.entityPath],
                .accessDenied, "Your account is not the management account of an organization."),
        ]

    private static let ofCredentials = [
        ErrorCase(
            "GetCredentialReport", [:], IAM.Errors.reportNotPresent,
            "The credential report does not exist. To generate one, use GenerateCredentialReport.",
            given: { service, prepared in
                try await service.services.database.write {
                    _ = try AccountErasure($0).deleteRows(
                        of: prepared.account, from: "credential_report")
                }
            }),
        ErrorCase(
            "GetCredentialReport", [:], IAM.Errors.reportInProgress,
            "The credential report is still being generated.",
            given: { service, prepared in
                try await service.services.database.write {
                    try CredentialReportTable($0, of: prepared.account)
                        .begin(at: service.clock.now)
                }
            }),
        ErrorCase(
            "GetCredentialReport", [:], IAM.Errors.reportExpired,
            "The credential report has expired. To generate a new one, use "
                + "GenerateCredentialReport.",
            given: { service, _ in service.clock.advance(by: .seconds(4 * 3_600)) }),
    ]

    private static let stranger = "arn:aws:iam::{account}:user/nobody"

    private static let ofLastAccesses =
        ["GenerateServiceLastAccessedDetails", "ListPoliciesGrantingServiceAccess"].flatMap {
            operation in
            let others =
                operation.hasPrefix("List") ? ["ServiceNamespaces.member.1": "s3"] : [:]
            return [
                ErrorCase(
                    operation, others.merging(["Arn": stranger]) { $1 }, .noSuchEntity,
                    "The user with name nobody cannot be found."),
                ErrorCase(
                    operation, others.merging(["Arn": "arn:aws:iam::{account}:root"]) { $1 },
                    .invalidInput,
                    "Invalid Entity Arn: arn:aws:iam::{account}:root does not clearly define "
                        + "entity type and name."),
            ]
        }
        + [
            "GetServiceLastAccessedDetails", "GetServiceLastAccessedDetailsWithEntities",
        ].flatMap { operation in
            // The report that carol asked for is not there for the root user.
            ["{report}", Scenario.noReport].map {
                ErrorCase(
                    operation,
                    ["JobId": $0, "ServiceNamespace": "s3"]
                        .filter { operation.hasSuffix("Entities") || $0.key == "JobId" },
                    .noSuchEntity, "The job with id \($0) cannot be found.")
            }
        } + [
            ErrorCase(
                "GetServiceLastAccessedDetailsWithEntities",
                ["JobId": "{report}", "ServiceNamespace": "nonesuch"], as: Scenario.caller,
                .invalidInput, "nonesuch is not the namespace of a service.",
                given: { service, _ in
                    try await service.permit(Scenario.caller, Policies.allow("*"))
                }),
            ErrorCase(
                "ListPoliciesGrantingServiceAccess",
                [
                    "Arn": "arn:aws:iam::{account}:user/bob", "ServiceNamespaces.member.1": "s3",
                    "Marker": "AA",
                ], .validationError, "Invalid Marker."),
        ]
}
