import IAMIdentifiers

// What an Allow gives away: passing roles, and making roles for services.
extension PolicyInspection {
    /// The codes for one action, by how the statement says what it is about.
    private struct Codes {
        let notResource, starInActionAndNotResource, notActionAndNotResource: PolicyIssue
        let starInResource, starInActionAndResource, starInResourceAndNotAction: PolicyIssue
    }

    func inspectGrants(of statement: InspectedStatement) {
        guard type == .identity, statement.effect == .allow else { return }
        if !statement.hasCondition(on: ["iam:passedtoservice"]) {
            inspect(
                statement, gives: "iam:PassRole", "any of the roles to any service", openRoles,
                Codes(
                    notResource: .passRoleWithNotResource,
                    starInActionAndNotResource: .passRoleWithStarInActionAndNotResource,
                    notActionAndNotResource: .passRoleWithNotActionAndNotResource,
                    starInResource: .passRoleWithStarInResource,
                    starInActionAndResource: .passRoleWithStarInActionAndResource,
                    starInResourceAndNotAction: .passRoleWithStarInResourceAndNotAction))
        }
        if !statement.hasCondition(on: ["iam:awsservicename"]) {
            inspect(
                statement, gives: "iam:CreateServiceLinkedRole", "roles for any service",
                openServiceRoles,
                Codes(
                    notResource: .createSLRWithNotResource,
                    starInActionAndNotResource: .createSLRWithStarInActionAndNotResource,
                    notActionAndNotResource: .createSLRWithNotActionAndNotResource,
                    starInResource: .createSLRWithStarInResource,
                    starInActionAndResource: .createSLRWithStarInActionAndResource,
                    starInResourceAndNotAction: .createSLRWithStarInResourceAndNotAction))
        }
    }

    private func inspect(
        _ statement: InspectedStatement, gives action: String, _ what: String,
        _ open: (InspectedStatement) -> [PolicyNode], _ codes: Codes
    ) {
        let wanted = WildcardText(action.asciiLowercased)
        let matching = statement.actions.filter {
            $0.text == "*" || $0.pattern.covers(wanted, &effort)
        }
        guard matching.isEmpty == statement.isNotAction, let resource = statement.resource,
            !resource.elements.isEmpty, !(statement.isNotAction && statement.actions.isEmpty)
        else { return }
        let isWritten = matching.contains { $0.text == action.asciiLowercased }
        let how = { (one: PolicyIssue, star: PolicyIssue, not: PolicyIssue) in
            statement.isNotAction ? not : isWritten ? one : star
        }
        let advice =
            "this allows \(action) for \(what) that may be; list the ARNs in Resource"
            + (action == "iam:PassRole" ? " or add the condition key iam:PassedToService" : "")
        let sites = matching.map(\.node.site)
        if statement.isNotResource {
            add(
                how(
                    codes.notResource, codes.starInActionAndNotResource,
                    codes.notActionAndNotResource), advice, at: sites + [resource.site])
        } else {
            let nodes = open(statement)
            guard !nodes.isEmpty else { return }
            add(
                how(
                    codes.starInResource, codes.starInActionAndResource,
                    codes.starInResourceAndNotAction), advice, at: sites + nodes.map(\.site))
        }
    }

    /// The resources that mean roles of any name.
    private func openRoles(of statement: InspectedStatement) -> [PolicyNode] {
        open(statement) { resource in
            guard WildcardText(resource).overlaps(WildcardText("role/*"), &effort) else {
                return false
            }
            guard resource.begins(with: "role/") else { return true }
            return WildcardText(resource.dropFirst(5)).beginsOpen
        }
    }

    /// The resources that mean service-linked roles of any service.
    private func openServiceRoles(of statement: InspectedStatement) -> [PolicyNode] {
        open(statement) { resource in
            let path = "role/aws-service-role/"
            guard WildcardText(resource).overlaps(WildcardText(path + "*"), &effort) else {
                return false
            }
            guard resource.begins(with: path) else { return true }
            return WildcardText(resource.dropFirst(path.count)).beginsOpen
        }
    }

    private func open(
        _ statement: InspectedStatement, _ isOpen: (String) -> Bool
    ) -> [PolicyNode] {
        (statement.resource?.elements ?? []).filter { node in
            guard let text = node.text else { return false }
            if text == "*" { return true }
            let parts = text.parts(at: ":", maxSplits: 5)
            return parts.count == 6 && parts[2] == "iam" && isOpen(parts[5])
        }
    }
}
