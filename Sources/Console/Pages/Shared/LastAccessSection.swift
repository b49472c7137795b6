import IAMIdentifiers
import IAMModel
import Operations

/// When the services that policies grant access to were last used, as a tab of what has the
/// policies.
struct LastAccessSection: Sendable {
    /// Nil for a reader who may not know.
    var services: [IAM.Shape.ServiceLastAccessed]?

    /// Of a user, group, role or managed policy.
    static func load(_ arn: String, _ request: SignedInRequest) async throws -> LastAccessSection {
        let found = try await request.permitted {
            [try await request.run(LastAccessList.self, .init(arn: arn)).services]
        }
        return LastAccessSection(services: found.first)
    }

    func render(_ page: PageContext) -> HTML {
        guard let services else {
            return page.message(.note, page[.lastAccessesDenied])
        }
        let used = services.filter { $0.lastAuthenticated != nil }
            .sorted { $0.lastAuthenticated! > $1.lastAuthenticated! }
        let unused = services.filter { $0.lastAuthenticated == nil }
        return """
            \(page.card(
                page[.servicesUsed(used.count, of: services.count)],
                used.isEmpty
                    ? page.empty(.noServiceUsed)
                    : page.table(
                        page[.lastAccessed],
                        columns: [.service, .lastUsedColumn, .byWhom, .actionsUsed],
                        rows: used.map { row($0, page) })))
            \(page.card(
                page[.servicesUnused(unused.count)],
                unused.isEmpty ? "<p>\(page[.everythingUsed])</p>" : """
                    <p class="quiet">\(page[.servicesUnusedText])</p>
                    <details><summary>\(page[.showServices])</summary>
                    <ul class="chips">\(unused.map { service -> HTML in
                        "<li>\(service.serviceName) <code>\(service.serviceNamespace)</code></li>"
                    })</ul></details>
                    """))
            """
    }

    private func row(_ service: IAM.Shape.ServiceLastAccessed, _ page: PageContext) -> HTML {
        let region: HTML =
            service.lastAuthenticatedRegion.map { " <span class=\"mono\">\($0)</span>" } ?? ""
        let actions = (service.trackedActionsLastAccessed ?? [])
            .map { (name: $0.actionName ?? "", at: $0.lastAccessedTime?.microseconds ?? 0) }
            .sorted { $0.at > $1.at }
        let lines = actions.map { action -> HTML in
            let moment = page.moment(Timestamp(microseconds: action.at))
            return "<li><code>\(action.name)</code> \(moment)</li>"
        }
        return """
            <tr><th scope="row">\(service.serviceName) <code>\(service.serviceNamespace)</code></th>
            \(page.cell(
                .lastUsedColumn, "\(page.moment(service.lastAuthenticated))\(region)"))
            \(page.cell(.byWhom, entity(service.lastAuthenticatedEntity)))
            <td data-label="\(page[.actionsUsed])"><div><details>\
            <summary>\(page[.actionCount(actions.count)])</summary>
            <ul>\(lines)</ul></details></div></td></tr>
            """
    }

    private func entity(_ text: String?) -> HTML {
        guard let text, let arn = ARN(text) else { return "" }
        let parts = arn.resource.parts(at: "/", keepingEmpty: false)
        guard let kind = parts.first, let name = parts.last else { return "\(text)" }
        let target: any ConsolePage = kind == "role" ? RolePage(name: name) : UserPage(name: name)
        return "<a href=\"\(target)\">\(name)</a>"
    }
}
