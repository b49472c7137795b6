import IAMIdentifiers
import IAMModel
import Operations

extension GroupPage {
    /// Members that the page lists; the rest are counted.
    private static let shownMembers = 200

    static func answer(
        _ name: String, _ tab: ConsolePath.GroupTab, _ visit: Visit, _ form: String?
    ) async throws -> Reply {
        guard let form else { return .page(render(try await view(name, tab, visit), visit.page)) }
        var notice: Notice?
        var problems = FormProblems()
        let refused = try await visit.problem {
            notice = try await submit(form, name, visit, &problems)
        }
        if let notice {
            return .redirect(notice == .groupDeleted ? .groups(.all) : .group(name, tab), notice)
        }
        var view = try await view(name, tab, visit)
        view.problems = problems
        if let refused { view.problems.add(refused.message) }
        return .page(render(view, visit.page), status: 400)
    }

    private static func submit(
        _ form: String, _ name: String, _ visit: Visit, _ problems: inout FormProblems
    ) async throws -> Notice? {
        switch Form(rawValue: form) {
        case .addUser:
            try await visit.run(
                IAM.AddUserToGroup.self,
                .init(groupName: name, userName: visit.fields.trimmed("user")))
            return .addedToGroup
        case .removeUser:
            try await visit.run(
                IAM.RemoveUserFromGroup.self,
                .init(groupName: name, userName: visit.fields["user"]))
            return .removedFromGroup
        case .delete:
            guard visit.fields["confirm"] == name else {
                problems.add(visit.page[.nameNotTyped])
                return nil
            }
            try await delete(name, visit)
            return .groupDeleted
        case nil: return try await policies(form, name, visit, &problems)
        }
    }

    private static func policies(
        _ form: String, _ name: String, _ visit: Visit, _ problems: inout FormProblems
    ) async throws -> Notice? {
        let policy = visit.fields.trimmed("policy")
        switch UserPage.Form(rawValue: form) {
        case .attachPolicy:
            guard let arn = try await AttachPolicy.arn(of: policy, visit) else {
                problems.add(visit.page[.noSuchPolicy], at: "policy")
                return nil
            }
            try await visit.run(
                IAM.AttachGroupPolicy.self, .init(groupName: name, policyArn: arn))
            return .policyAttached
        case .detachPolicy:
            try await visit.run(
                IAM.DetachGroupPolicy.self, .init(groupName: name, policyArn: policy))
            return .policyDetached
        case .deleteInlinePolicy:
            try await visit.run(
                IAM.DeleteGroupPolicy.self, .init(groupName: name, policyName: policy))
            return .policyDeleted
        default:
            problems.add(visit.page[.malformedTitle])
            return nil
        }
    }

    /// Takes away what a group has, then the group.
    private static func delete(_ name: String, _ visit: Visit) async throws {
        for user in try await members(name, visit) {
            try await visit.run(
                IAM.RemoveUserFromGroup.self, .init(groupName: name, userName: user))
        }
        let policies = try await PolicyList.ofGroup(name, visit)
        for policy in policies.attached {
            try await visit.run(
                IAM.DetachGroupPolicy.self,
                .init(groupName: name, policyArn: policy.arn.description))
        }
        for policy in policies.inline {
            try await visit.run(
                IAM.DeleteGroupPolicy.self, .init(groupName: name, policyName: policy.name))
        }
        try await visit.run(IAM.DeleteGroup.self, .init(groupName: name))
    }

    private static func members(_ name: String, _ visit: Visit) async throws -> [String] {
        try await visit.all(IAM.GetGroup.self, .init(groupName: name)) {
            $0.users.compactMap(\.userName)
        }
    }

    private static func view(
        _ name: String, _ tab: ConsolePath.GroupTab, _ visit: Visit
    ) async throws -> View {
        let group = try await visit.run(
            IAM.GetGroup.self, .init(groupName: name, maxItems: 1)
        ).group
        let content: Content
        switch tab {
        case .users:
            let members = try await members(name, visit)
            let taken = Set<ExactText>(members.map(ExactText.init))
            let others = try await visit.all(IAM.ListUsers.self, .init()) {
                $0.users.compactMap(\.userName)
            }
            content = .users(
                Array(members.prefix(shownMembers)), total: members.count,
                others: others.filter { !taken.contains($0) }.prefix(shownMembers).map(\.self))
        case .permissions: content = .permissions(try await PolicyList.ofGroup(name, visit))
        }
        return View(
            name: group.groupName, arn: group.arn, path: group.path, createdAt: group.createDate,
            tab: tab, content: content)
    }
}
