import IAMIdentifiers

// Action and NotAction.
extension PolicyInspection {
    func inspectActions(of statement: InspectedStatement) {
        guard let member = statement["Action"] ?? statement["NotAction"] else {
            return add(
                .missingAction, "add an Action or NotAction to the statement", at: statement.node)
        }
        if type == .resourceControl, member.name == "NotAction" {
            add(
                .rcpSyntaxErrorNotAction,
                "a resource control policy has no NotAction; list the actions in Action",
                atKeyOf: member)
        }
        guard !member.node.elements.isEmpty else {
            return add(
                .emptyArrayAction, "the statement is about no action; list some", at: member.node)
        }
        for node in member.node.elements { _ = string(node) }
        for action in statement.actions { inspect(action, of: statement) }
        inspectRepetition(
            of: statement.actions.map { ($0.node, $0.pattern) }, as: .redundantAction,
            "other actions of this list mean them, too; remove the redundant actions")
    }

    private func inspect(
        _ action: InspectedStatement.Action, of statement: InspectedStatement
    ) {
        if type == .resourceControl, action.isEverything, statement.effect == .deny {
            return add(
                .rcpSyntaxErrorAction,
                "a resource control policy names services; write actions such as s3:*",
                at: action.node)
        }
        guard !action.isEverything else { return inspectSupport(of: action) }
        if action.text.contains("${") { return refuseVariable(in: action.node, of: "Action") }
        guard action.text.contains(":") else {
            return add(
                .invalidAction,
                "write the action with its service, as in s3:GetObject"
                    + meant(byAction: action.text),
                at: action.node)
        }
        if WildcardText(action.prefix).hasWildcards {
            return add(
                .wildcardInServiceName,
                "a wildcard in a service's name may mean other services, too; name the service",
                at: action.node)
        }
        guard let service = reference.service(action.prefix) else {
            return addUnknown(
                .invalidServiceInAction, "there is no service \(action.prefix)",
                near: nearest(to: action.prefix, among: reference.prefixes),
                at: [action.node.site])
        }
        inspect(action, of: service)
        inspectSupport(of: action)
        inspectControl(of: action)
    }

    private func inspect(_ action: InspectedStatement.Action, of service: ReferencedService) {
        if service.action(action.name) != nil || service.alsoNamed.contains(action.name) { return }
        let pattern = WildcardText(action.name)
        if pattern.hasWildcards,
            service.actions.contains(where: { pattern.covers($0.text, &effort) })
        {
            return
        }
        // Where the whole service is known from AWS's managed policies only, so are its actions.
        if service.actions.isEmpty, pattern.hasWildcards { return }
        let near =
            pattern.hasWildcards
            ? nil : nearest(to: action.name, among: service.actions.map(\.name))
        addUnknown(
            .invalidAction,
            "\(service.prefix) has no action \(action.node.text.map(nameOnly) ?? action.name)",
            near: near, write: { "\(service.prefix):\($0)" }, at: [action.node.site])
    }

    /// Whether resource control policies limit the action at all.
    private func inspectControl(of action: InspectedStatement.Action) {
        guard type == .resourceControl else { return }
        let isOfService = reference.isResourceControlled(service: action.prefix)
        guard !isOfService || !reference.isResourceControlled(action.text) else { return }
        addUnlisted(
            .rcpSyntaxErrorAction,
            "resource control policies do not limit "
                + (isOfService ? action.node.text ?? action.text : action.prefix),
            "remove the action", at: [action.node.site])
    }

    private func nameOnly(_ action: String) -> String {
        String(action.drop { $0 != ":" }.dropFirst())
    }

    /// Whether an action without a service is one of the services everyone uses.
    private func meant(byAction name: String) -> String {
        let services = ["s3", "ec2", "iam", "sts", "lambda", "dynamodb", "kms", "sqs", "sns"]
        let found = services.lazy.compactMap { prefix in
            self.reference.service(prefix)?.action(name).map { "\(prefix):\($0.name)" }
        }
        return question(found.first)
    }

    /// Whether the policy's resource is one that such actions are on.
    private func inspectSupport(of action: InspectedStatement.Action) {
        guard case .resource(let resource?) = type else { return }
        if resource == .rolesTrust { return inspectTrust(of: action) }
        let services: Set<ExactText> =
            switch resource {
            case .bucket, .accessPoint, .multiRegionAccessPoint: ["s3", "s3express"]
            case .objectLambdaAccessPoint: ["s3", "s3-object-lambda"]
            case .rolesTrust: ["sts"]
            case .table: ["dynamodb"]
            }
        guard !action.isEverything, !services.contains(action.prefix) else { return }
        let names = services.sorted().map(\.text).joined(separator: " or ")
        add(
            .unsupportedActionInPolicy,
            "a policy of \(resource.rawValue) is about actions of \(names); remove this action",
            at: action.node)
    }

    private func inspectTrust(of action: InspectedStatement.Action) {
        guard !TrustAction.isNamed(by: action.pattern, &effort) else { return }
        add(
            .unsupportedActionInPolicy,
            "a role's trust policy is about assuming the role; write sts:AssumeRole, or another "
                + "action that begins so", at: action.node)
    }
}
