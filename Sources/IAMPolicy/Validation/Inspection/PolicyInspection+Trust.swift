import IAMIdentifiers

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
        inspectSessions(of: statement)
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
                "\(advice); change the action or the principal",
                at: [action.node.site] + statement.principals.map(\.node.site))
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
            "IAM Roles Anywhere needs more actions; add \(missing.joined(separator: ", "))",
            at: service.node)
    }

    private func allows(_ action: String, _ statement: InspectedStatement) -> Bool {
        let wanted = WildcardText(action.asciiLowercased)
        return statement.actions.contains { $0.text == "*" || $0.pattern.covers(wanted, &effort) }
    }

    /// Reports sessions of a role that is named itself.
    private func inspectSessions(of statement: InspectedStatement) {
        let named = statement.principals.compactMap { principal in
            ARN(principal.text).map { (arn: $0, node: principal.node) }
        }
        for session in named where session.arn.service == "sts" {
            let parts = session.arn.resource.parts(at: "/", keepingEmpty: false)
            guard parts.count == 3, parts[0] == "assumed-role",
                let role = named.first(where: {
                    $0.arn.service == "iam" && $0.arn.account == session.arn.account
                        && $0.arn.resource.begins(with: "role/")
                        && $0.arn.resource.parts(at: "/", keepingEmpty: false).last == parts[1]
                })
            else { continue }
            add(
                .redundantPrincipalInRoleTrustPolicy,
                "whoever has the role \(parts[1]) is named already; remove the session",
                at: [session.node.site, role.node.site])
        }
    }

    /// Reports conditions on what a session is given, where the statement does not let it be given.
    private func inspectActionsForKeys(of statement: InspectedStatement) {
        guard statement.effect == .allow else { return }
        for condition in statement.conditions {
            let action: String
            switch condition.key {
            case "sts:sourceidentity": action = "sts:SetSourceIdentity"
            case "sts:transitivetagkeys", "aws:tagkeys": action = "sts:TagSession"
            case let key where key.begins(with: "aws:requesttag/"): action = "sts:TagSession"
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
        let own = statement.conditions.filter { $0.key.begins(with: provider.keyPrefix + ":") }
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
            guard let text = value.text, WildcardText(text).hasWildcards else { continue }
            add(
                .specificGitHubRepoAndBranchRecommended,
                "name the repository and the branch: repo:OWNER/NAME:ref:refs/heads/BRANCH",
                at: value)
        }
    }
}

// Services, in policies on other resources than roles.
extension PolicyInspection {
    /// Keys about the caller. A service that calls for itself has no values for them.
    private static let ofPrincipals: Set<ExactText> = [
        "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:userid",
        "aws:username",
    ]

    /// Source: IAM User Guide, "The confused deputy problem".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>
    private func inspectServices(
        _ services: [InspectedStatement.Principal], of statement: InspectedStatement
    ) {
        guard !services.isEmpty, statement.effect == .allow else { return }
        if !statement.hasCondition(on: GlobalConditionKeys.sources) {
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
