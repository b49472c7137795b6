import IAMModel
import Operations

extension HomePage {
    static func load(_ visit: Visit) async throws -> Reply {
        var view = View()
        // An IAM user's first page asks for nothing, so that it opens without any permission.
        if visit.reader.isRoot {
            view.advice = try await AccountSummary.read(visit).advice(visit.reader)
        }
        return .page(render(view, visit.page, visit.reader))
    }
}
