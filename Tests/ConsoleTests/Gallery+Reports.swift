import IAMIdentifiers
import IAMModel
import IAMPolicy
import Operations

@testable import Console

// What is reported of credentials and of how they are used, and policies found by action.
extension Gallery {
    static func reports(_ language: Language) -> [(name: String, html: HTML)] {
        credentialReports(language) + lastAccesses(language) + unusedAccess(language)
            + foundPolicies(language)
    }

    private static func line(_ fields: KeyValuePairs<String, String>) -> CredentialReportRow {
        CredentialReportRow(
            [ExactText: String](
                uniqueKeysWithValues: fields.map { (ExactText($0.key), $0.value) }))
    }

    private static func credentialReports(
        _ language: Language
    ) -> [(name: String, html: HTML)] {
        let day = "2026-10-01T09:00:00+00:00"
        let rows = [
            line([
                "user": "<root_account>", "password_enabled": "true", "password_last_used": day,
                "password_last_changed": "not_supported",
                "password_next_rotation": "not_supported", "mfa_active": "true",
                "access_key_1_last_rotated": "N/A", "access_key_2_last_rotated": "N/A",
            ]),
            line([
                "user": "alice", "password_enabled": "true",
                "password_last_used": "no_information", "password_last_changed": day,
                "password_next_rotation": day, "mfa_active": "false",
                "access_key_1_active": "true", "access_key_1_last_rotated": day,
                "access_key_1_last_used_date": day, "access_key_1_last_used_service": "s3",
                "access_key_2_active": "false", "access_key_2_last_rotated": day,
                "access_key_2_last_used_date": "N/A",
                "access_key_2_last_used_service": "N/A", "cert_1_active": "true",
            ]),
        ]
        func report(_ rows: [CredentialReportRow], at moment: Timestamp?) -> HTML {
            CredentialReportPage.render(
                .init(
                    list: ListPage(rows: rows, total: rows.count, query: ListQuery()),
                    generatedAt: moment), page(CredentialReportPage(), language))
        }
        return [
            ("CredentialReport", report(rows, at: now - .seconds(3_600))),
            ("CredentialReportNone", report([], at: nil)),
        ]
    }

    private static func lastAccesses(_ language: Language) -> [(name: String, html: HTML)] {
        func user(_ accesses: LastAccessSection) -> HTML {
            UserPage.render(
                .init(
                    user: .init(
                        name: "alice", arn: arn("user/alice").description, path: "/",
                        createdAt: now),
                    tab: .accesses, content: .accesses(accesses)),
                page(UserPage(name: "alice", tab: .accesses), language))
        }
        let services: [IAM.Shape.ServiceLastAccessed] = [
            .init(serviceName: "Amazon S3", serviceNamespace: "s3", totalAuthenticatedEntities: 0),
            .init(
                serviceName: "AWS Identity and Access Management (IAM)", serviceNamespace: "iam",
                lastAuthenticated: now - .seconds(60),
                lastAuthenticatedEntity: arn("user/alice").description,
                lastAuthenticatedRegion: "us-east-1", totalAuthenticatedEntities: 1,
                trackedActionsLastAccessed: [
                    .init(actionName: "GetUser", lastAccessedTime: now - .seconds(60)),
                    .init(actionName: "ListUsers", lastAccessedTime: now - .seconds(90)),
                ]),
        ]
        return [
            ("UserLastAccessed", user(.init(services: services))),
            ("UserLastAccessedNever", user(.init(services: []))),
            ("UserLastAccessedDenied", user(.init(services: nil))),
        ]
    }

    private static func unusedAccess(_ language: Language) -> [(name: String, html: HTML)] {
        func list(_ unused: [UnusedAccess.Unused]) -> HTML {
            UnusedAccessPage.render(
                .init(period: .quarter, found: .init(unused: unused, total: unused.count)),
                page(UnusedAccessPage(), language))
        }
        let old = now - .seconds(200 * 86_400)
        return [
            (
                "UnusedAccess",
                list([
                    .init(kind: .password, owner: "alice", createdAt: old),
                    .init(
                        kind: .accessKey, owner: "alice", accessKeyID: "AKIAIOSFODNN7EXAMPLE",
                        createdAt: old, lastUsedAt: now - .seconds(100 * 86_400)),
                    .init(kind: .role, owner: "ops", createdAt: old),
                ])
            ),
            ("UnusedAccessNone", list([])),
        ]
    }

    private static func foundPolicies(_ language: Language) -> [(name: String, html: HTML)] {
        var view = FindPoliciesPage.View(page: FindPoliciesPage(actions: "s3:GetObject"))
        let empty = FindPoliciesPage.render(
            .init(page: FindPoliciesPage()), page(FindPoliciesPage(), language))
        view.page.service = "s3"
        view.services = [("iam", "IAM"), ("s3", "Amazon S3")]
        view.offered = ["s3:GetObject", "s3:GetObjectAcl"]
        view.chosen = ["s3:GetObject", "sqs:SendMessage"]
        view.found = .init(
            actions: ["s3:GetObject", "sqs:SendMessage"],
            policies: [
                .init(
                    name: "Mine", arn: arn("policy/Mine").description,
                    everywhere: ["s3:GetObject", "sqs:SendMessage"], besides: 3),
                .init(
                    name: "AdministratorAccess", arn: administrator.description,
                    everywhere: ["sqs:SendMessage"], somewhere: ["s3:GetObject"], besides: 22_000),
                .init(
                    name: "<b>", arn: arn("policy/x").description, everywhere: [],
                    missing: ["s3:GetObject", "sqs:SendMessage"], besides: 1),
            ])
        return [
            ("FindPolicies", empty),
            (
                "FindPoliciesFound",
                FindPoliciesPage.render(view, page(FindPoliciesPage(), language))
            ),
        ]
    }
}
