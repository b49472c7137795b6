import AWSWire
import IAMModel
import Operations

extension GroupsPage {
    static func load(_ query: ListQuery, _ visit: Visit) async throws -> Reply {
        let rows = try await visit.all(IAM.ListGroups.self, .init()) { output in
            output.groups.map { Row(name: $0.groupName, path: $0.path, createdAt: $0.createDate) }
        }
        let matching = Ranking.matching(rows, for: query.search, by: \.name)
        return .page(render(View(list: ListPage(matching, query)), visit.page))
    }
}

extension CreateGroupPage {
    static func answer(_ visit: Visit, _ form: String?) async throws -> Reply {
        guard form.flatMap(Form.init) == .create else {
            return .page(render(View(), visit.page))
        }
        let name = visit.fields.trimmed("group")
        let refused = try await visit.problem {
            try await visit.run(IAM.CreateGroup.self, .init(groupName: name))
        }
        guard let refused else { return .redirect(.group(name, .users)) }
        let view = View(name: name, problems: .one(refused.message, at: "group"))
        return .page(render(view, visit.page), status: refused.code.status)
    }
}
