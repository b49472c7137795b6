import IAMIdentifiers
import IAMModel
import Operations

/// One group: who is in it and what it may do.
struct GroupPage: SignedInPage {
    static let description = PageDescription(.group, within: GroupsPage.self)
    static let address = PageAddress<Self>(
        ["console", "iam", "groups", .text(\.name)], [.choice("tab", \.tab)])

    /// The parts of the page.
    enum Tab: String, Sendable { case users, permissions, accesses }

    var name = ""
    var tab = Tab.users

    /// Members that the page lists; the rest are counted.
    private static let shownMembers = 200

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(try await view(request), request.page))
        }
        var notice: Notice?
        var problems = FormProblems()
        let refused = try await request.problem {
            notice = try await submit(form, request, &problems)
        }
        if let notice {
            return .redirect(notice == .groupDeleted ? GroupsPage() : self, notice)
        }
        var view = try await view(request)
        view.problems = problems
        let isAdding = Form(rawValue: form) == .addUser
        if isAdding { view.typedUser = request.fields["user"] }
        if let refused {
            view.problems.add(
                refused, boxes: isAdding ? ["UserName": "user"] : AttachPolicy.boxes(form))
        }
        return .page(Self.render(view, request.page), status: 400)
    }

    private func submit(
        _ form: String, _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        switch Form(rawValue: form) {
        case .addUser:
            try await request.run(
                IAM.AddUserToGroup.self,
                .init(groupName: name, userName: request.fields.trimmed("user")))
            return .addedToGroup
        case .removeUser:
            try await request.run(
                IAM.RemoveUserFromGroup.self,
                .init(groupName: name, userName: request.fields["user"]))
            return .removedFromGroup
        case .delete:
            guard request.fields["confirm"] == name else {
                problems.add(request.page[.nameNotTyped])
                return nil
            }
            try await delete(request)
            return .groupDeleted
        case nil: return try await policies(form, request, &problems)
        }
    }

    private func policies(
        _ form: String, _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        let policy = request.fields.trimmed("policy")
        switch UserPage.Form(rawValue: form) {
        case .attachPolicy:
            guard let arn = try await AttachPolicy.arn(of: policy, request) else {
                problems.add(request.page[.noSuchPolicy], at: "policy")
                return nil
            }
            try await request.run(
                IAM.AttachGroupPolicy.self, .init(groupName: name, policyArn: arn))
            return .policyAttached
        case .detachPolicy:
            try await request.run(
                IAM.DetachGroupPolicy.self, .init(groupName: name, policyArn: policy))
            return .policyDetached
        case .deleteInlinePolicy:
            try await request.run(
                IAM.DeleteGroupPolicy.self, .init(groupName: name, policyName: policy))
            return .policyDeleted
        default:
            problems.add(request.page[.malformedTitle])
            return nil
        }
    }

    /// Takes away what a group has, then the group.
    private func delete(_ request: SignedInRequest) async throws {
        for user in try await members(request) {
            try await request.run(
                IAM.RemoveUserFromGroup.self, .init(groupName: name, userName: user))
        }
        let policies = try await PolicyList.ofGroup(name, request)
        for policy in policies.attached {
            try await request.run(
                IAM.DetachGroupPolicy.self,
                .init(groupName: name, policyArn: policy.arn.description))
        }
        for policy in policies.inline {
            try await request.run(
                IAM.DeleteGroupPolicy.self, .init(groupName: name, policyName: policy.name))
        }
        try await request.run(IAM.DeleteGroup.self, .init(groupName: name))
    }

    private func members(_ request: SignedInRequest) async throws -> [String] {
        try await request.all(IAM.GetGroup.self, .init(groupName: name)) {
            $0.users.compactMap(\.userName)
        }
    }

    private func view(_ request: SignedInRequest) async throws -> View {
        let group = try await request.run(
            IAM.GetGroup.self, .init(groupName: name, maxItems: 1)
        ).group
        let content: Content
        switch tab {
        case .users:
            let members = try await members(request)
            let taken = Set<ExactText>(members.map(ExactText.init))
            let users = try await request.run(
                UserList.self, ListQuery(size: Self.shownMembers)
            ).rows.compactMap(\.userName)
            content = .users(
                Array(members.prefix(Self.shownMembers)), total: members.count,
                others: users.filter { !taken.contains($0) })
        case .permissions: content = .permissions(try await PolicyList.ofGroup(name, request))
        case .accesses: content = .accesses(try await LastAccessSection.load(group.arn, request))
        }
        return View(
            name: group.groupName, arn: group.arn, path: group.path, createdAt: group.createDate,
            tab: tab, content: content)
    }
}
