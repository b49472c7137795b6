import IAMModel
import Operations

extension UserPage {
    /// The page as it is, without what a form had wrong.
    static func view(
        _ name: String, _ tab: ConsolePath.UserTab, _ visit: Visit
    ) async throws -> View {
        let user = try await visit.run(IAM.GetUser.self, .init(userName: name)).user
        let name = user.userName ?? name
        let details = Details(
            name: name, arn: user.arn, path: user.path ?? "/", createdAt: user.createDate,
            passwordLastUsedAt: user.passwordLastUsed)
        return View(
            user: details, tab: tab, content: try await content(name, tab, visit))
    }

    private static func content(
        _ name: String, _ tab: ConsolePath.UserTab, _ visit: Visit
    ) async throws -> Content {
        switch tab {
        case .permissions:
            var inherited: [(group: String, policies: PolicyList)] = []
            for group in try await groups(of: name, visit) {
                inherited.append((group, try await PolicyList.ofGroup(group, visit)))
            }
            return .permissions(
                try await PolicyList.ofUser(name, visit), fromGroups: inherited)
        case .groups:
            let member = try await groups(of: name, visit)
            let all = try await visit.all(IAM.ListGroups.self, .init()) {
                $0.groups.map(\.groupName)
            }
            return .groups(member: member, others: all.filter { !member.contains($0) })
        case .credentials:
            return .credentials(
                keys: try await AccessKeyTable.rows(ofUser: name, visit),
                hasPassword: try await hasPassword(name, visit))
        case .tags:
            let tags = try await visit.all(IAM.ListUserTags.self, .init(userName: name)) { $0.tags }
            return .tags(tags.map { ($0.key, $0.value) })
        }
    }

    static func groups(of name: String, _ visit: Visit) async throws -> [String] {
        try await visit.all(IAM.ListGroupsForUser.self, .init(userName: name)) {
            $0.groups.map(\.groupName)
        }
    }

    static func hasPassword(_ name: String, _ visit: Visit) async throws -> Bool {
        do {
            try await visit.run(IAM.GetLoginProfile.self, .init(userName: name))
            return true
        } catch let error as IAMError where error.code == IAM.Errors.noSuchEntity {
            return false
        }
    }
}
