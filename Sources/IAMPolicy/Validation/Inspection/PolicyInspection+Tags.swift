import IAMIdentifiers

// Conditions on a resource's tags, where a service does not look at them.
extension PolicyInspection {
    /// Source: IAM User Guide, "Controlling access to AWS resources using tags".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html>
    func inspectTags(of statement: InspectedStatement) {
        guard
            let condition = statement.conditions.first(where: { condition in
                condition.key.begins(with: "aws:resourcetag/")
                    && condition.operator.map {
                        !$0.ifExists && !$0.isNegated && $0.comparison != .null
                    } ?? false
            }), let effect = statement.effect
        else { return }
        guard !statement.isNotAction else {
            return add(
                effect == .allow
                    ? .allowNotActionWithUnsupportedTagConditionKeyForService
                    : .denyNotActionWithUnsupportedTagConditionKeyForService,
                "many actions have no \(condition.member.name), and this "
                    + "\(Self.effect(effect)) none of them; list in Action which are meant",
                atKeyOf: condition.member)
        }
        let prefixes = Set<ExactText>(statement.actions.map { ExactText($0.prefix) })
        let services = prefixes.sorted().map(\.text).filter { prefix in
            guard let service = reference.service(prefix) else { return false }
            return !hasTags(
                service, of: statement.actions.filter { $0.prefix == prefix }, condition.key)
        }
        guard !services.isEmpty else { return }
        add(
            effect == .allow
                ? .allowWithUnsupportedTagConditionKeyForService
                : .denyWithUnsupportedTagConditionKeyForService,
            "actions of \(services.joined(separator: ", ")) have no \(condition.member.name), "
                + "and this \(Self.effect(effect)) none of them; move them to another statement",
            at: [keySite(of: condition.member)]
                + statement.actions.filter { services.contains($0.prefix) }.map(\.node.site))
    }

    private static func effect(_ effect: PolicyEffect) -> String {
        effect == .allow ? "allows" : "denies"
    }

    private func hasTags(
        _ service: ReferencedService, of actions: [InspectedStatement.Action], _ key: String
    ) -> Bool {
        actions.contains { action in
            if let one = service.action(action.name) { return service.hasKey(key, of: one) }
            let pattern = WildcardText(action.name)
            let found = service.actions(matching: pattern, &effort)
            return found.isEmpty || found.contains { service.hasKey(key, of: $0) }
        }
    }
}
