package import AWSWire
package import IAMModel
import Store

/// One page of the account's roles, with when each was last used, which ListRoles does not tell. To
/// the policies and in the audit record it is ListRoles.
package enum RoleList: ReadingHandler {
    package static let facts = IAM.ListRoles.facts
    package typealias Input = ListQuery
    package typealias Output = ListPage<IAM.Shape.Role>

    /// What sorts the list, by its name in a query.
    package enum Order: String, Sendable { case name, created, used }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        try IAM.ListRoles.target(.init(), call)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let order: RoleTable.Order =
            switch Order(rawValue: input.sort) {
            case .name, nil: .name
            case .created: .created
            case .used: .lastUsed
            }
        let total = try call.tables.roles.count(holding: input.search)
        let query = input.within(total)
        let roles = try call.tables.roles.list(
            ListSlice(
                holding: query.search, by: order, descending: query.isDescending,
                offset: query.offset, limit: query.size))
        let trust = try call.tables.shownTrustPolicies(of: roles)
        let rows = zip(roles, trust).map { role, trust in
            var shape = IAM.Shape.Role(role, trustPolicy: trust)
            shape.roleLastUsed = IAM.Shape.RoleLastUsed(role, at: call.now)
            return shape
        }
        return Output(rows: rows, total: total, query: query)
    }
}
