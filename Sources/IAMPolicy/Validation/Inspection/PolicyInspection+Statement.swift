import IAMIdentifiers

// One statement.
extension PolicyInspection {
    private static let elements: Set<ExactText> = [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
        "NotResource", "Condition",
    ]

    func inspect(_ statement: InspectedStatement, _ members: [PolicyNode.Member]) {
        for member in members where !Self.elements.contains(member.name) {
            add(
                .invalidPolicyElement,
                "a statement has no element \(member.name); check how it is written, or remove it",
                atKeyOf: member)
        }
        for pair in [
            ("Action", "NotAction"), ("Resource", "NotResource"), ("Principal", "NotPrincipal"),
        ] {
            guard statement[pair.0] != nil, let second = statement[pair.1] else { continue }
            add(
                .unsupportedElementCombination,
                "a statement has \(pair.0) or \(pair.1), not both; remove one", atKeyOf: second)
        }
        if let sid = statement["Sid"]?.node { inspectSid(sid) }
        inspectEffect(of: statement)
        inspectPrincipal(of: statement)
        inspectActions(of: statement)
        inspectResources(of: statement)
        inspectConditions(of: statement)
        inspectTrust(of: statement)
        inspectGrants(of: statement)
    }

    private func inspectSid(_ node: PolicyNode) {
        guard let sid = string(node) else { return }
        if sid.isEmpty {
            add(
                .emptySidValue, "the Sid is empty; give the statement a name or remove it", at: node
            )
        } else if sid.contains("${") {
            refuseVariable(in: node, of: "Sid")
        } else if type.hasStrictSids, !sid.utf8.allSatisfy(\.isASCIILetterOrDigit) {
            add(
                .unsupportedSid, "a Sid is made of the characters a-z, A-Z and 0-9; remove others",
                at: node)
        }
    }

    private func inspectEffect(of statement: InspectedStatement) {
        guard let node = statement["Effect"]?.node else {
            return add(
                .missingEffect, "add an Effect to the statement: Allow or Deny", at: statement.node)
        }
        guard let text = string(node) else { return }
        if statement.effect == nil {
            let meant = ["allow": "Allow", "deny": "Deny"][text.asciiLowercased] ?? "Allow or Deny"
            add(.invalidEffect, "there is no effect \(text); write \(meant)", at: node)
        }
    }

    /// Reports statements of a resource control policy that allow. AWS's RCPFullAWSAccess is the
    /// exception: its one statement allows everything.
    ///
    /// Source: AWS Organizations User Guide, "RCP syntax", "The effect of Allow is only supported
    /// for the RCPFullAWSAccess policy".
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html>
    func inspectAllows(of statements: [InspectedStatement]) {
        guard type == .resourceControl, statements.count != 1 || !statements[0].allowsEverything
        else { return }
        for statement in statements where statement.effect == .allow {
            add(
                .rcpSyntaxErrorAllow,
                "no resource control policy but AWS's RCPFullAWSAccess allows; write Deny, and "
                    + "what no policy denies stays allowed",
                at: statement["Effect"].map { [$0.node.site] } ?? [])
        }
    }

    func refuseVariable(in node: PolicyNode, of element: String) {
        add(
            .variableUnsupportedInElement,
            "a policy variable stands in the Resource and Condition elements, not in \(element); "
                + "write out what is meant",
            at: node)
    }
}
