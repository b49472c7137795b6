import IAMIdentifiers
import IAMModel
import Operations

/// What a managed policy is attached to, as a permissions policy or as a permissions boundary.
struct PolicyEntities: Sendable {
    struct Entity: Sendable {
        var name: String
        var kind: IdentityKind
        var isBoundary = false

        var phrase: Phrase {
            switch kind {
            case .user: .user
            case .group: .group
            case .role: .role
            }
        }

        var page: any ConsolePage {
            switch kind {
            case .user: UserPage(name: name)
            case .group: GroupPage(name: name, tab: .permissions)
            case .role: RolePage(name: name)
            }
        }
    }

    var entities: [Entity]

    func render(_ page: PageContext) -> HTML {
        guard !entities.isEmpty else { return page.empty(.attachedToNothing) }
        return """
            \(page.table(
                page[.entities], columns: [.name, .type, .usedAs, nil],
                rows: entities.enumerated().map { row($1, $0, page) }))
            \(entities.enumerated().map { index, entity in
                entity.isBoundary ? removal(entity, index, page) : ""
            })
            """
    }

    private func row(_ entity: Entity, _ index: Int, _ page: PageContext) -> HTML {
        // A boundary held somebody back; without it more may be done, so that is asked again.
        let control =
            entity.isBoundary
            ? page.opener(.removeBoundary, .smallDanger, opens: "remove-boundary-\(index)")
            : page.form(
                PolicyPage.Form.detach,
                """
                \(fields(entity, page))\(page.button(.detach, .small))
                """)
        return """
            <tr><th scope="row"><a href="\(entity.page)">\(entity.name)</a></th>
            \(page.cell(.type, "\(page[entity.phrase])"))
            \(page.cell(
                .usedAs, "\(page[entity.isBoundary ? .permissionsBoundary : .permissionsPolicy])"))
            <td>\(control)</td></tr>
            """
    }

    private func removal(_ entity: Entity, _ index: Int, _ page: PageContext) -> HTML {
        let id = "remove-boundary-\(index)"
        return page.dialog(
            id, title: page[.removeBoundary],
            """
            <p>\(page[entity.phrase]) <strong>\(entity.name)</strong></p>
            <p>\(page[.removeBoundaryText])</p>
            \(page.form(PolicyPage.Form.removeBoundary, class: "actions", """
                \(fields(entity, page))\(page.button(.removeBoundary, .danger))\(page.cancel(id))
                """))
            """)
    }

    private func fields(_ entity: Entity, _ page: PageContext) -> HTML {
        "\(page.hidden("kind", entity.kind.rawValue))\(page.hidden("name", entity.name))"
    }

    // MARK: Operations

    static func load(of policy: String, _ request: SignedInRequest) async throws -> PolicyEntities {
        var entities: [Entity] = []
        for usage in [IAM.Shape.PolicyUsageType.permissionsPolicy, .permissionsBoundary] {
            let found = try await request.all(
                IAM.ListEntitiesForPolicy.self,
                .init(policyArn: policy, policyUsageFilter: usage)
            ) { output in
                let isBoundary = usage == .permissionsBoundary
                let users = (output.policyUsers ?? []).compactMap(\.userName)
                    .map { Entity(name: $0, kind: .user, isBoundary: isBoundary) }
                let groups = (output.policyGroups ?? []).compactMap(\.groupName)
                    .map { Entity(name: $0, kind: .group, isBoundary: isBoundary) }
                let roles = (output.policyRoles ?? []).compactMap(\.roleName)
                    .map { Entity(name: $0, kind: .role, isBoundary: isBoundary) }
                return users + groups + roles
            }
            entities += found
        }
        return PolicyEntities(entities: entities)
    }

    /// Detaches the policy from the entity that a form names.
    static func detach(_ policy: String, _ request: SignedInRequest) async throws -> Notice? {
        let name = request.fields["name"]
        switch IdentityKind(rawValue: request.fields["kind"]) {
        case .user:
            try await request.run(
                IAM.DetachUserPolicy.self, .init(userName: name, policyArn: policy))
        case .group:
            try await request.run(
                IAM.DetachGroupPolicy.self, .init(groupName: name, policyArn: policy))
        case .role:
            try await request.run(
                IAM.DetachRolePolicy.self, .init(roleName: name, policyArn: policy))
        case nil: return nil
        }
        return .policyDetached
    }

    /// Takes the boundary away from the entity that a form names; groups have none.
    static func removeBoundary(_ request: SignedInRequest) async throws -> Notice? {
        let name = request.fields["name"]
        switch IdentityKind(rawValue: request.fields["kind"]) {
        case .user:
            try await request.run(
                IAM.DeleteUserPermissionsBoundary.self, .init(userName: name))
        case .role:
            try await request.run(
                IAM.DeleteRolePermissionsBoundary.self, .init(roleName: name))
        case .group, nil: return nil
        }
        return .boundaryRemoved
    }
}
