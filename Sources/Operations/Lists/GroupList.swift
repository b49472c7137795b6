package import AWSWire
package import IAMModel
import Store

/// One page of the account's groups. To the policies and in the audit record it is ListGroups.
package enum GroupList: ReadingHandler {
    package static let facts = IAM.ListGroups.facts
    package typealias Input = ListQuery
    package typealias Output = ListPage<IAM.Shape.Group>

    /// What sorts the list, by its name in a query.
    package enum Order: String, Sendable { case name, created }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        try IAM.ListGroups.target(.init(), call)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let order: GroupTable.Order =
            switch Order(rawValue: input.sort) {
            case .name, nil: .name
            case .created: .created
            }
        let total = try call.tables.groups.count(holding: input.search)
        let query = input.within(total)
        let groups = try call.tables.groups.list(
            ListSlice(
                holding: query.search, by: order, descending: query.isDescending,
                offset: query.offset, limit: query.size))
        return Output(rows: groups.map(IAM.Shape.Group.init), total: total, query: query)
    }
}
