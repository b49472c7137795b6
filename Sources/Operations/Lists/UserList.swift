package import AWSWire
package import IAMModel
import Store

/// One page of the account's users. To the policies and in the audit record it is ListUsers, which
/// is what AWS's console calls for its list.
package enum UserList: ReadingHandler {
    package static let facts = IAM.ListUsers.facts
    package typealias Input = ListQuery
    package typealias Output = ListPage<IAM.Shape.User>

    /// What sorts the list, by its name in a query.
    package enum Order: String, Sendable { case name, created, signedIn = "signed-in" }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        try IAM.ListUsers.target(.init(), call)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let order: UserTable.Order =
            switch Order(rawValue: input.sort) {
            case .name, nil: .name
            case .created: .created
            case .signedIn: .passwordLastUsed
            }
        let total = try call.tables.users.count(holding: input.search)
        let query = input.within(total)
        let users = try call.tables.users.list(
            ListSlice(
                holding: query.search, by: order, descending: query.isDescending,
                offset: query.offset, limit: query.size))
        return Output(rows: users.map { IAM.Shape.User($0) }, total: total, query: query)
    }
}
