import IAMIdentifiers

// Principal and NotPrincipal.
extension PolicyInspection {
    func inspectPrincipal(of statement: InspectedStatement) {
        let member = statement["Principal"] ?? statement["NotPrincipal"]
        guard type.hasPrincipals else {
            guard let member else { return }
            let isOfOrganization = type == .serviceControl
            return add(
                isOfOrganization ? .scpSyntaxErrorPrincipal : .unsupportedPrincipal,
                "whoever has the policy is meant; remove \(member.name)"
                    + (isOfOrganization ? " and use the condition key aws:PrincipalArn" : ""),
                atKeyOf: member)
        }
        guard let member else {
            let principal = type == .resourceControl ? "\"*\"" : "{\"AWS\": \"123456789012\"}"
            return add(
                .missingPrincipal, "add a Principal to the statement, as \(principal)",
                at: statement.node)
        }
        if type == .resourceControl {
            guard member.name != "Principal" || member.node.text != "*" else { return }
            return add(
                .rcpSyntaxErrorPrincipal,
                "a resource control policy is about everyone: \"Principal\": \"*\"; name "
                    + "principals in the condition key aws:PrincipalArn", atKeyOf: member)
        }
        inspectPrincipal(member, of: statement)
        guard member.name == "NotPrincipal" else { return }
        if isTrust(statement) {
            add(
                .roleTrustPolicySyntaxErrorNotPrincipal,
                "a role's trust policy has no NotPrincipal; name who is trusted in Principal",
                atKeyOf: member)
        } else if statement.effect == .allow {
            add(
                .allowWithNotPrincipal,
                "this allows everyone else, those who did not sign in, too; use Principal",
                atKeyOf: member)
        }
    }

    /// Whether a statement is of a role's trust policy: because the policy is said to be one, or
    /// because it names no resource and lets someone assume.
    func isTrust(_ statement: InspectedStatement) -> Bool {
        switch type {
        case .resource(.rolesTrust): true
        case .resource(nil):
            statement.resource == nil && !statement.actions.isEmpty
                && statement.actions.allSatisfy { $0.prefix == "sts" }
        default: false
        }
    }

    private func inspectPrincipal(_ member: PolicyNode.Member, of statement: InspectedStatement) {
        let node = member.node
        if let text = node.text {
            guard text == "*" else {
                if text.contains("${") { return refuseVariable(in: node, of: member.name) }
                return add(
                    .invalidPrincipalFormat,
                    "write the principal with its kind: {\"AWS\": \"\(text)\"}", at: node)
            }
            guard isTrust(statement) else { return }
            return add(
                .roleTrustPolicyUnsupportedWildcardInPrincipal,
                "a role's trust policy names who is trusted; replace the *", at: node)
        }
        guard let kinds = node.members else {
            return add(
                .dataTypeMismatch, "write principals as {\"AWS\": [\"123456789012\"]}", at: node)
        }
        if kinds.isEmpty {
            add(.emptyObjectPrincipal, "the statement is about no principal; name some", at: node)
        }
        for kind in kinds { inspect(kind, of: statement) }
    }

    private func inspect(_ kind: PolicyNode.Member, of statement: InspectedStatement) {
        guard ["AWS", "Service", "Federated", "CanonicalUser"].contains(kind.name) else {
            return add(
                .invalidPrincipalKey,
                "there is no kind of principal \(kind.name); write AWS, Service, Federated or "
                    + "CanonicalUser", atKeyOf: kind)
        }
        if kind.node.elements.isEmpty {
            add(
                .emptyArrayPrincipal, "the statement is about no principal; name some",
                at: kind.node)
        }
        for node in kind.node.elements {
            guard let text = string(node) else { continue }
            if text.contains("${") {
                refuseVariable(in: node, of: "Principal")
                continue
            }
            switch kind.name {
            case "AWS": inspectAWS(text, node)
            case "Service": inspectService(text, node)
            case "Federated": inspectFederated(text, node, of: statement)
            default: inspectCanonicalUser(text, node)
            }
        }
    }

    private func inspectCanonicalUser(_ text: String, _ node: PolicyNode) {
        if text.contains("*") { return refuseWildcard(in: node) }
        guard PrincipalPattern(text, as: "CanonicalUser") == nil else { return }
        add(
            .invalidPrincipalFormat,
            "the ID of a canonical user has 64 letters and digits; write them all",
            at: node)
    }

    private func refuseWildcard(in node: PolicyNode) {
        add(
            .unsupportedWildcardInPrincipal,
            "a wildcard cannot stand for a part of a principal; write the whole name, or a lone *",
            at: node)
    }

    private func inspectAWS(_ text: String, _ node: PolicyNode) {
        if text == "*" || AWSNames.isAccount(text) { return }
        if text.contains("*") || text.contains("?") { return refuseWildcard(in: node) }
        let isID = text.utf8.count >= 16 && text.utf8.allSatisfy(\.isASCIILetterOrDigit)
        if isID, text.begins(with: "AIDA") {
            return add(
                .invalidUserReference,
                "this is the ID of a user, perhaps of one that is gone; write the user's ARN",
                at: node)
        }
        if isID, text.begins(with: "AROA") {
            return add(
                .invalidRoleReference,
                "this is the ID of a role, perhaps of one that is gone; write the role's ARN",
                at: node)
        }
        guard !Self.isPrincipalARN(text) else { return }
        add(.invalidPrincipalFormat, Self.advice(onPrincipal: text), at: node)
    }

    /// What is wrong with a text that is no principal's ARN.
    private static func advice(onPrincipal text: String) -> String {
        let parts = text.parts(at: ":", maxSplits: 5)
        if parts.count == 6, parts[2] == "iam" || parts[2] == "sts" {
            if !parts[3].isEmpty {
                return "users and roles are in no region; remove \(parts[3]) from the ARN"
            }
            if !AWSNames.isAccount(parts[4]) {
                return "an account ID has twelve digits; write them all"
            }
            if parts[5].begins(with: "group/") {
                return "a group is no principal; name its users, or a role"
            }
        }
        return "write an account ID, or the ARN of an account's root, a user, a role or a session"
    }

    private static func isPrincipalARN(_ text: String) -> Bool {
        let parts = text.parts(at: ":", maxSplits: 5)
        guard parts.count == 6, parts[0] == "arn", parts[1].begins(with: "aws"), parts[3].isEmpty
        else {
            return false
        }
        let kinds: [ExactText: [String]] = [
            "iam": ["root", "user/", "role/"], "sts": ["assumed-role/", "federated-user/"],
        ]
        guard AWSNames.isAccount(parts[4]) || parts[4] == "cloudfront" else { return false }
        return kinds[parts[2], default: []].contains {
            $0.ends(with: "/") ? parts[5].begins(with: $0) && parts[5] != $0 : parts[5] == $0
        }
    }

    private func inspectService(_ text: String, _ node: PolicyNode) {
        if text.contains("*") || text.contains("?") { return refuseWildcard(in: node) }
        inspectServicePrincipal(text, node)
    }

    private func inspectFederated(
        _ text: String, _ node: PolicyNode, of statement: InspectedStatement
    ) {
        if case .resource(let resource?) = type, resource != .rolesTrust {
            return add(
                .federatedPrincipalNotSupported,
                "only a role's trust policy names identity providers; name the role under AWS",
                at: node)
        }
        guard isTrust(statement), FederatedProvider(text) == nil else { return }
        add(
            .invalidFederatedPrincipalSyntaxInRoleTrustPolicy,
            "write the ARN of a SAML or OIDC provider, or the domain of one that everyone shares",
            at: node)
    }
}
