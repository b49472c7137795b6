import IAMIdentifiers
import Operations

@testable import Console

// Roles: their list, what a role has, and the steps in which one is created.
extension Gallery {
    private static let trust = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": {
                "AWS": "arn:aws:iam::123456789012:root",
                "Service": "ec2.amazonaws.com"
              },
              "Action": "sts:AssumeRole"
            }
          ]
        }
        """

    static func roles(_ language: Language) -> [(name: String, html: HTML)] {
        roleLists(language) + rolePages(language) + roleCreation(language)
    }

    private static func roleLists(_ language: Language) -> [(name: String, html: HTML)] {
        func list(_ rows: [RolesPage.Row]) -> HTML {
            RolesPage.render(
                .init(
                    list: ListPage(rows: rows, total: rows.count, query: ListQuery()),
                    tellsUse: true),
                page(RolesPage(), language))
        }
        let named: [(String, [String])] = [
            ("ops", [arn("root").description]), ("web", ["ec2.amazonaws.com", "*"]),
            ("AWSServiceRoleForSupport", ["support.amazonaws.com"]),
            (
                "a-name-of-64-letters-is-as-long-as-the-name-of-a-role-may-be-0001",
                [
                    arn("role/ops").description, "AIDARZPUZDIKAEXAMPLE",
                    "cognito-identity.amazonaws.com",
                    arn("saml-provider/<corp>").description,
                ]
            ), ("nobody", []),
        ]
        return [
            (
                "Roles",
                list(
                    named.enumerated().map { index, role in
                        RolesPage.Row(
                            name: role.0, createdAt: now - .seconds(86_400),
                            lastUsedAt: index == 0 ? now - .seconds(3_700) : nil,
                            trusted: role.1.map(TrustedEntity.init))
                    })
            ),
            ("RolesEmpty", list([])),
        ]
    }

    private static func details(_ name: String, path: String = "/") -> RolePage.Details {
        RolePage.Details(
            name: name, arn: arn("role\(path)\(name)").description, path: path,
            description: path == "/" ? "What <operators> do." : "", createdAt: now,
            maximumSession: 5_400, lastUsedAt: now - .seconds(60), lastRegion: "eu-central-1",
            boundary: path == "/" ? administrator.description : nil)
    }

    private static func rolePages(_ language: Language) -> [(name: String, html: HTML)] {
        func role(
            _ tab: RolePage.Tab, _ content: RolePage.Content, path: String = "/"
        ) -> HTML {
            let name = path == "/" ? "ops" : "AWSServiceRoleForSupport"
            return RolePage.render(
                .init(role: details(name, path: path), tab: tab, content: content),
                page(RolePage(name: name, tab: tab), language))
        }
        let policies = PolicyList(
            attached: [.init(name: "AdministratorAccess", arn: administrator)],
            inline: [.init(name: "read", document: document)])
        let linked = "/aws-service-role/support.amazonaws.com/"
        let assumers = RoleAssumers.Output(
            assumers: [
                .init(
                    userName: "alice",
                    policies: ["devs/assume", "AdministratorAccess", arn("role/ops").description])
            ], isCut: true)
        return [
            ("RolePermissions", role(.permissions, .permissions(policies))),
            (
                "RoleLinked",
                role(
                    .permissions, .permissions(PolicyList(attached: policies.attached)),
                    path: linked)
            ),
            ("RoleTrustUnknown", role(.trust, .trust(document: trust, assumers: nil))),
            ("RoleTrust", role(.trust, .trust(document: trust, assumers: assumers))),
            (
                "RoleTrustOfNobody",
                role(
                    .trust,
                    .trust(document: document, assumers: .init(assumers: [], isCut: false)))
            ),
            (
                "RoleTrustRefused",
                RolePage(name: "ops").renderTrust(
                    PolicyDraft(document: trust, error: "Invalid principal: <x>", line: 6),
                    .one("Invalid principal: <x>", at: "document"),
                    page(RolePage(name: "ops", tab: .trust), language))
            ),
            (
                "RoleTrustLinked",
                role(.trust, .trust(document: trust, assumers: nil), path: linked)
            ),
            ("RoleTags", role(.tags, .tags([("team", "\"a\" & b")]))),
            ("RoleSessions", role(.sessions, .sessions(revoking: nil))),
            ("RoleSessionsRevoked", role(.sessions, .sessions(revoking: document))),
        ]
    }

    private static func roleCreation(_ language: Language) -> [(name: String, html: HTML)] {
        let context = page(CreateRolePage(), language)
        var draft = RoleDraft()
        draft.service = "ec2.amazonaws.com"
        draft.document = trust
        draft.policies = [administrator.description]
        draft.boundary = "Mine"
        draft.name = "ops"
        draft.roleDescription = "What <operators> do."
        var offers = PermissionOffers()
        offers.policyCount = 1
        offers.policies = [.init(name: "AdministratorAccess", arn: administrator, uses: 1)]
        func trustStep(_ trust: RoleDraft.Trust) -> HTML {
            var draft = draft
            draft.trust = trust
            return CreateRolePage.render(.init(draft: draft), context)
        }
        return [
            ("CreateRoleTrust", trustStep(.account)),
            ("CreateRoleService", trustStep(.service)), ("CreateRoleWeb", trustStep(.web)),
            ("CreateRoleSAML", trustStep(.saml)), ("CreateRoleCustom", trustStep(.custom)),
            (
                "CreateRoleTrustRefused",
                CreateRolePage.render(
                    .init(
                        draft: draft, refusedPolicy: PolicyDraft(document: trust),
                        problems: .one(context[.accountIDNotValid], at: "account")), context)
            ),
            (
                "CreateRolePermissions",
                CreateRolePage.render(
                    .init(step: .permissions, draft: draft, offers: offers), context)
            ),
            (
                "CreateRoleDetails",
                CreateRolePage.render(
                    .init(step: .details, draft: draft, trustPolicy: trust), context)
            ),
            (
                "RoleCreatedPartly",
                CreateRolePage.renderPartly(
                    "ops", ["Policy <x> does not exist or is not attachable."], context)
            ),
        ]
    }
}
