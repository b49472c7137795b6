package import AWSWire
import IAMIdentifiers
package import IAMModel
import Store

/// What a text finds among the users, groups, roles and policies of an account: of each, what the
/// caller may list. Who may list none finds none, and is not refused.
///
/// One search is one record, whatever it asks the policies.
package enum ConsoleSearch: ConsoleAction, ReadingHandler {
    package static let facts = OperationFacts(name: "Search", service: .iam, errors: [])
    package typealias Input = ListQuery

    /// The best matches of each kind.
    package struct Output: WireShape {
        package var users: [IAM.Shape.User]
        package var groups: [IAM.Shape.Group]
        package var roles: [IAM.Shape.Role]
        package var policies: [IAM.Shape.Policy]

        init(
            users: [IAM.Shape.User], groups: [IAM.Shape.Group], roles: [IAM.Shape.Role],
            policies: [IAM.Shape.Policy]
        ) {
            self.users = users
            self.groups = groups
            self.roles = roles
            self.policies = policies
        }

        package init(from fields: inout FieldReader) {
            users = fields.structures("Users") ?? []
            groups = fields.structures("Groups") ?? []
            roles = fields.structures("Roles") ?? []
            policies = fields.structures("Policies") ?? []
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structures("Users", users)
            writer.structures("Groups", groups)
            writer.structures("Roles", roles)
            writer.structures("Policies", policies)
        }
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Asks for nothing itself: each list asks for its own permission.
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) throws {}

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        Output(
            users: try rows(UserList.self, input, call),
            groups: try rows(GroupList.self, input, call),
            roles: try rows(RoleList.self, input, call),
            policies: try rows(ManagedPolicyList.self, input, call))
    }

    private static func rows<List: Handler, Row>(
        _: List.Type, _ input: Input, _ call: Call
    ) throws -> [Row]
    where List.Input == ListQuery, List.Output == ListPage<Row>, List.Resource == Void {
        let target = try List.target(input, call)
        do {
            try List.authorize(input, target, call)
        } catch is AuthorizationRefusal {
            return []
        }
        return try List.handle(input, on: target.get(), call).rows
    }
}
