// Who may do what in a role's trust policy, and which principals need conditions.
extension PolicyInspection {
    func inspectTrust(of statement: InspectedStatement) {
        guard type.hasPrincipals, type != .resourceControl, !statement.isNotAction,
            statement["NotPrincipal"] == nil
        else { return }
        let services = statement.principals.filter { $0.kind == "Service" }
        guard isTrust(statement) else { return inspectServices(services, of: statement) }
        inspectActions(of: statement, for: services)
        inspectRolesAnywhere(services, of: statement)
        inspectActionsForKeys(of: statement)
        guard statement.effect == .allow else { return }
        for principal in statement.principals where principal.kind == "Federated" {
            if let provider = FederatedProvider(principal.text), provider.kind == .oidc {
                inspect(provider, principal, of: statement)
            }
        }
    }

    /// Reports actions that the principals cannot do: each way to assume a role has its own.
    ///
    /// Source: IAM User Guide, "Compare AWS STS credentials".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html>
    private func inspectActions(
        of statement: InspectedStatement, for services: [InspectedStatement.Principal]
    ) {
        let providers = statement.principals.filter { $0.kind == "Federated" }
        let kinds = providers.compactMap { FederatedProvider($0.text)?.kind }
        let hasOthers = statement.principals.count > providers.count
        let hasService = !services.isEmpty
        for action in statement.actions {
            let fits: Bool
            let advice: String
            switch action.text {
            case "sts:assumerole":
                (fits, advice) = (
                    providers.isEmpty, "an identity provider does not call sts:AssumeRole"
                )
            case "sts:assumerolewithsaml":
                fits = !hasOthers && !kinds.contains(.oidc)
                advice = "sts:AssumeRoleWithSAML is for SAML providers, named under Federated"
            case "sts:assumerolewithwebidentity":
                fits = !hasOthers && !kinds.contains(.saml)
                advice =
                    "sts:AssumeRoleWithWebIdentity is for OIDC providers, named under Federated"
            default: continue
            }
            guard !fits, !statement.principals.isEmpty, kinds.count == providers.count || hasService
            else { continue }
            add(
                .mismatchedActionForPrincipal,
                "\(advice); change the action or the principal", at: action.node)
        }
    }

    /// Source: IAM Roles Anywhere User Guide, "Trust model".
    /// <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html>
    private func inspectRolesAnywhere(
        _ services: [InspectedStatement.Principal], of statement: InspectedStatement
    ) {
        guard statement.effect == .allow,
            let service = services.first(where: { $0.text == "rolesanywhere.amazonaws.com" })
        else { return }
        let missing = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
            .filter { !allows($0, statement) }
        guard !missing.isEmpty else { return }
        add(
            .missingActionForRolesAnywhereTrustPolicy,
            "IAM Roles Anywhere needs these actions, too: \(missing.joined(separator: ", "))",
            at: service.node)
    }

    private func allows(_ action: String, _ statement: InspectedStatement) -> Bool {
        let wanted = WildcardText(action.lowercased())
        return statement.actions.contains { $0.text == "*" || $0.pattern.covers(wanted) }
    }

    /// Reports conditions on what a session is given, where the statement does not let it be given.
    private func inspectActionsForKeys(of statement: InspectedStatement) {
        guard statement.effect == .allow else { return }
        for condition in statement.conditions {
            let action: String
            switch condition.key {
            case "sts:sourceidentity": action = "sts:SetSourceIdentity"
            case "sts:transitivetagkeys", "aws:tagkeys": action = "sts:TagSession"
            case let key where key.hasPrefix("aws:requesttag/"): action = "sts:TagSession"
            default: continue
            }
            guard !allows(action, statement) else { continue }
            add(
                .missingActionForConditionKey,
                "the key has a value only where \(action) is allowed; add it to Action",
                atKeyOf: condition.member)
        }
    }

    /// Reports a provider that everyone or a whole site can sign in to, when nothing says who.
    private func inspect(
        _ provider: FederatedProvider, _ principal: InspectedStatement.Principal,
        of statement: InspectedStatement
    ) {
        let own = statement.conditions.filter { $0.key.hasPrefix(provider.keyPrefix + ":") }
        guard provider.keyPrefix == "token.actions.githubusercontent.com" else {
            guard own.isEmpty else { return }
            return add(
                .missingConditionKeyForOIDCPrincipal,
                "anyone whom the provider knows is trusted; add a condition such as "
                    + "\(provider.keyPrefix):aud or \(provider.keyPrefix):sub", at: principal.node)
        }
        guard let subject = own.first(where: { $0.key == provider.keyPrefix + ":sub" }) else {
            return add(
                .missingGitHubRepoConditionKey,
                "all of GitHub is trusted; add a condition on \(provider.keyPrefix):sub",
                at: principal.node)
        }
        for value in subject.values {
            guard let text = value.text, Self.meansManyRepositories(text) else { continue }
            add(
                .specificGitHubRepoAndBranchRecommended,
                "name the repository and the branch: repo:OWNER/NAME:ref:refs/heads/BRANCH",
                at: value)
        }
    }

    /// `repo:owner/name:…` without a wildcard in the owner, the name or as all of the rest.
    private static func meansManyRepositories(_ text: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "repo", parts[1].contains("/") else { return true }
        return WildcardText(parts[1]).hasWildcards || WildcardText(parts[2]).beginsOpen
    }
}

// Services, in policies on other resources than roles.
extension PolicyInspection {
    private static let sources: Set = [
        "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths",
    ]
    /// What is known of the one who calls, which is no one when a service calls for itself.
    private static let ofPrincipals: Set = [
        "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:userid",
        "aws:username",
    ]

    /// Source: IAM User Guide, "The confused deputy problem".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>
    private func inspectServices(
        _ services: [InspectedStatement.Principal], of statement: InspectedStatement
    ) {
        guard !services.isEmpty, statement.effect == .allow else { return }
        if !statement.hasCondition(on: Self.sources) {
            add(
                .restrictAccessToServicePrincipal,
                "the service may act here for anyone; add a condition on aws:SourceArn, "
                    + "aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths",
                at: services.map(\.node.site))
        }
        guard services.count == statement.principals.count else { return }
        for condition in statement.conditions where Self.ofPrincipals.contains(condition.key) {
            add(
                .unsupportedConditionKeyForServicePrincipal,
                "a service that calls for itself has no such key; use aws:SourceOrgID or the like",
                atKeyOf: condition.member)
        }
    }
}
