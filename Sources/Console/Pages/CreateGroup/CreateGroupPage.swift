import AWSWire
import IAMModel
import Operations

/// Creating a group: its name; users and policies are added on its page.
struct CreateGroupPage: SignedInPage {
    static let description = PageDescription(
        .createGroup, title: .createGroup, within: GroupsPage.self, searchWords: [.createGroup])
    static let address = PageAddress<Self>(["console", "iam", "create-group"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard request.form.flatMap(Form.init) == .create else {
            return .page(Self.render(View(), request.page))
        }
        let name = request.fields.trimmed("group")
        let refused = try await request.problem {
            try await request.run(IAM.CreateGroup.self, .init(groupName: name))
        }
        guard let refused else { return .redirect(GroupPage(name: name)) }
        let view = View(name: name, problems: .one(refused, boxes: ["GroupName": "group"]))
        return .page(Self.render(view, request.page), status: refused.code.status)
    }
}
