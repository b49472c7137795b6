import IAMIdentifiers
import IAMModel
import Operations

extension PolicyPage {
    static func answer(
        _ arn: ARN, _ tab: ConsolePath.PolicyTab, _ visit: Visit, _ form: String?
    ) async throws -> Reply {
        guard let form else { return .page(render(try await view(arn, tab, visit), visit.page)) }
        guard let form = Form(rawValue: form) else {
            return .page(ErrorPages.malformed(visit.page), status: 400)
        }
        if form == .edit, visit.isChecking {
            var view = try await view(arn, tab, visit)
            var draft = PolicyDraft(document: visit.fields.document("document"))
            await draft.check(visit)
            view.draft = draft
            return .page(render(view, visit.page))
        }
        var notice: Notice?
        var problems = FormProblems()
        let refused = try await visit.problem {
            notice = try await submit(form, arn, visit, &problems)
        }
        if let notice {
            return .redirect(form == .delete ? .policies(.all) : .policy(arn, tab), notice)
        }
        var view = try await view(arn, tab, visit)
        view.problems = problems
        if let refused {
            view.problems.add(refused.message, at: form == .edit ? "document" : nil)
            if form == .edit {
                var draft = PolicyDraft(visit.fields.document("document"), refusedWith: refused)
                if draft.error != nil { await draft.check(visit) }
                view.draft = draft
            }
        }
        return .page(render(view, visit.page), status: 400)
    }

    private static func submit(
        _ form: Form, _ arn: ARN, _ visit: Visit, _ problems: inout FormProblems
    ) async throws -> Notice? {
        let policy = arn.description
        let version = visit.fields["version"]
        switch form {
        case .edit:
            try await visit.run(
                IAM.CreatePolicyVersion.self,
                .init(
                    policyArn: policy, policyDocument: visit.fields.document("document"),
                    setAsDefault: true))
            return .versionSaved
        case .setDefault:
            try await visit.run(
                IAM.SetDefaultPolicyVersion.self, .init(policyArn: policy, versionId: version))
            return .defaultChanged
        case .deleteVersion:
            try await visit.run(
                IAM.DeletePolicyVersion.self, .init(policyArn: policy, versionId: version))
            return .versionDeleted
        case .delete:
            let name = arn.resource.parts(at: "/", keepingEmpty: false).last
            guard visit.fields["confirm"] == name else {
                problems.add(visit.page[.nameNotTyped])
                return nil
            }
            for old in try await versions(arn, visit) where !old.isDefault {
                try await visit.run(
                    IAM.DeletePolicyVersion.self, .init(policyArn: policy, versionId: old.id))
            }
            try await visit.run(IAM.DeletePolicy.self, .init(policyArn: policy))
            return .policyDeleted
        }
    }

    private static func view(
        _ arn: ARN, _ tab: ConsolePath.PolicyTab, _ visit: Visit
    ) async throws -> View {
        let found = try await visit.run(
            IAM.GetPolicy.self, .init(policyArn: arn.description)
        ).policy
        guard let found, let name = found.policyName else {
            throw IAM.Errors.noSuchEntity(visit.page[.notFoundText])
        }
        return View(
            name: name, arn: arn, description: found.description ?? "",
            createdAt: found.createDate, updatedAt: found.updateDate, tab: tab,
            content: try await content(arn, tab, found.defaultVersionId, visit))
    }

    private static func content(
        _ arn: ARN, _ tab: ConsolePath.PolicyTab, _ version: String?, _ visit: Visit
    ) async throws -> Content {
        let policy = arn.description
        switch tab {
        case .permissions:
            let found = try await visit.run(
                IAM.GetPolicyVersion.self, .init(policyArn: policy, versionId: version ?? ""))
            return .permissions(
                document: PolicyList.decoded(found.policyVersion?.document ?? ""))
        case .entities:
            let users = try await visit.all(
                IAM.ListEntitiesForPolicy.self, .init(policyArn: policy, entityFilter: .user)
            ) { $0.policyUsers?.compactMap(\.userName) }
            let groups = try await visit.all(
                IAM.ListEntitiesForPolicy.self, .init(policyArn: policy, entityFilter: .group)
            ) { $0.policyGroups?.compactMap(\.groupName) }
            return .entities(users: users, groups: groups)
        case .versions: return .versions(try await versions(arn, visit))
        }
    }

    private static func versions(_ arn: ARN, _ visit: Visit) async throws -> [Version] {
        try await visit.all(
            IAM.ListPolicyVersions.self, .init(policyArn: arn.description)
        ) { output in
            output.versions?.map {
                Version(
                    id: $0.versionId ?? "", isDefault: $0.isDefaultVersion ?? false,
                    createdAt: $0.createDate)
            }
        }
    }
}
