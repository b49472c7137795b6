package import AWSWire
package import IAMModel
import Store

/// One page of the account's roles, with when each was last used. To the policies and in the audit
/// record it is ListRoles.
///
/// ListRoles does not tell when a role was last used. GetAccountAuthorizationDetails tells it of
/// all roles, so this asks for the permission of that. Who lacks it sees the list without, and
/// cannot sort by it.
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
        let tellsUse = try call.may(IAM.GetAccountAuthorizationDetails.action)
        let total = try call.tables.roles.count(holding: input.search)
        var query = input.within(total)
        let order: RoleTable.Order
        switch Order(rawValue: query.sort) {
        case .created: order = .created
        case .used where tellsUse: order = .lastUsed
        case .used:
            // The page then says that the list is in the order that it has.
            order = .name
            query.sort = ""
            query.isDescending = false
        case .name, nil: order = .name
        }
        let roles = try call.tables.roles.list(
            ListSlice(
                holding: query.search, by: order, descending: query.isDescending,
                offset: query.offset, limit: query.size))
        let trust = try call.tables.shownTrustPolicies(of: roles)
        let rows = zip(roles, trust).map { role, trust in
            var shape = IAM.Shape.Role(role, trustPolicy: trust)
            if tellsUse { shape.roleLastUsed = IAM.Shape.RoleLastUsed(role, at: call.now) }
            return shape
        }
        return Output(rows: rows, total: total, query: query)
    }
}
