import IAMModel
import Operations

/// One IAM user: what it may do, its groups, its credentials and its tags.
struct UserPage: SignedInPage {
    static let description = PageDescription(.user, within: UsersPage.self)
    static let address = PageAddress<Self>(
        ["console", "iam", "users", .text(\.name)], [.choice("tab", \.tab)])

    /// The parts of the page.
    enum Tab: String, Sendable { case permissions, groups, credentials, tags, accesses }

    var name = ""
    var tab = Tab.permissions

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(try await view(request), request.page))
        }
        let reply: Reply?
        let problems: FormProblems
        if let form = Form(rawValue: form) {
            (reply, problems) = try await submit(form, request)
        } else if let form = BoundarySection.Form(rawValue: form) {
            (reply, problems) = try await submit(form, request)
        } else if let answer = try await MFADeviceList.submit(
            form, ofUser: name, back: self, request)
        {
            (reply, problems) = answer
        } else if let answer = try await ServiceKeyList.submit(
            form, ofUser: name, back: self, request)
        {
            (reply, problems) = answer
        } else {
            (reply, problems) = try await AccessKeyList.submit(
                form, ofUser: name, back: self, request)
        }
        if let reply { return reply }
        var view = try await view(request)
        view.problems = problems
        return .page(Self.render(view, request.page), status: 409)
    }

    /// The page as it is, without what a form had wrong.
    private func view(_ request: SignedInRequest) async throws -> View {
        let user = try await request.run(IAM.GetUser.self, .init(userName: name)).user
        let name = user.userName ?? name
        let details = Details(
            name: name, arn: user.arn, path: user.path ?? "/", createdAt: user.createDate,
            passwordLastUsedAt: user.passwordLastUsed,
            boundary: user.permissionsBoundary?.permissionsBoundaryArn)
        return View(
            user: details, tab: tab, content: try await content(of: details, request))
    }

    private func content(
        of user: Details, _ request: SignedInRequest
    ) async throws -> Content {
        let name = user.name
        switch tab {
        case .accesses: return .accesses(try await LastAccessSection.load(user.arn, request))
        case .permissions:
            var inherited: [(group: String, policies: PolicyList)] = []
            for group in try await Self.groups(of: name, request) {
                inherited.append((group, try await PolicyList.ofGroup(group, request)))
            }
            return .permissions(
                try await PolicyList.ofUser(name, request), fromGroups: inherited)
        case .groups:
            let member = try await Self.groups(of: name, request)
            let all = try await request.all(IAM.ListGroups.self, .init()) {
                $0.groups.map(\.groupName)
            }
            return .groups(member: member, others: all.filter { !member.contains($0) })
        case .credentials:
            return .credentials(
                keys: try await AccessKeyList.rows(ofUser: name, request),
                devices: try await request.permitted {
                    try await MFADeviceList.rows(ofUser: name, request)
                },
                serviceKeys: try await ServiceKeyList.all(ofUser: name, request),
                hasPassword: try await Self.hasPassword(name, request))
        case .tags:
            let tags = try await request.all(IAM.ListUserTags.self, .init(userName: name)) {
                $0.tags
            }
            return .tags(tags.map { ($0.key, $0.value) })
        }
    }

    static func groups(of name: String, _ request: SignedInRequest) async throws -> [String] {
        try await request.all(IAM.ListGroupsForUser.self, .init(userName: name)) {
            $0.groups.map(\.groupName)
        }
    }

    static func hasPassword(_ name: String, _ request: SignedInRequest) async throws -> Bool {
        do {
            try await request.run(IAM.GetLoginProfile.self, .init(userName: name))
            return true
        } catch let error as IAMError where error.code == IAM.Errors.noSuchEntity {
            return false
        }
    }
}
