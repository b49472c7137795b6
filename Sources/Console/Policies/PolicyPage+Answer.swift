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
        let policy: Visit.Parameter = ("PolicyArn", arn.description)
        let version: Visit.Parameter = ("VersionId", visit.fields["version"])
        switch form {
        case .edit:
            try await visit.run(
                IAM.CreatePolicyVersion.self,
                [
                    policy, ("PolicyDocument", visit.fields.document("document")),
                    ("SetAsDefault", "true"),
                ])
            return .versionSaved
        case .setDefault:
            try await visit.run(IAM.SetDefaultPolicyVersion.self, [policy, version])
            return .defaultChanged
        case .deleteVersion:
            try await visit.run(IAM.DeletePolicyVersion.self, [policy, version])
            return .versionDeleted
        case .delete:
            let name = arn.resource.parts(at: "/", keepingEmpty: false).last
            guard visit.fields["confirm"] == name else {
                problems.add(visit.page[.nameNotTyped])
                return nil
            }
            for old in try await versions(arn, visit) where !old.isDefault {
                try await visit.run(IAM.DeletePolicyVersion.self, [policy, ("VersionId", old.id)])
            }
            try await visit.run(IAM.DeletePolicy.self, [policy])
            return .policyDeleted
        }
    }

    private static func view(
        _ arn: ARN, _ tab: ConsolePath.PolicyTab, _ visit: Visit
    ) async throws -> View {
        let found = try await visit.run(IAM.GetPolicy.self, [("PolicyArn", arn.description)]).policy
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
        let policy: Visit.Parameter = ("PolicyArn", arn.description)
        switch tab {
        case .permissions:
            let found = try await visit.run(
                IAM.GetPolicyVersion.self, [policy, ("VersionId", version)])
            return .permissions(
                document: PolicyList.decoded(found.policyVersion?.document ?? ""))
        case .entities:
            let users = try await visit.all(
                IAM.ListEntitiesForPolicy.self, [policy],
                items: { $0.policyUsers?.compactMap(\.userName) }, next: { $0.marker })
            let groups = try await visit.all(
                IAM.ListEntitiesForPolicy.self, [policy],
                items: { $0.policyGroups?.compactMap(\.groupName) }, next: { $0.marker })
            return .entities(users: users, groups: groups)
        case .versions: return .versions(try await versions(arn, visit))
        }
    }

    private static func versions(_ arn: ARN, _ visit: Visit) async throws -> [Version] {
        try await visit.all(
            IAM.ListPolicyVersions.self, [("PolicyArn", arn.description)],
            items: { output in
                output.versions?.map {
                    Version(
                        id: $0.versionId ?? "", isDefault: $0.isDefaultVersion ?? false,
                        createdAt: $0.createDate)
                }
            }, next: { $0.marker })
    }
}
