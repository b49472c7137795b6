import IAMIdentifiers

// Resource and NotResource.
extension PolicyInspection {
    func inspectResources(of statement: InspectedStatement) {
        guard let member = statement["Resource"] ?? statement["NotResource"] else {
            guard !isTrust(statement) else { return }
            return add(
                .missingResource, "add a Resource or NotResource to the statement",
                at: statement.node)
        }
        if type == .resource(.rolesTrust) {
            return add(
                .roleTrustPolicySyntaxErrorResource,
                "a role's trust policy is about the role itself; remove \(member.name)",
                atKeyOf: member)
        }
        guard !member.node.elements.isEmpty else {
            return add(
                .emptyArrayResource, "the statement is about no resource; list some",
                at: member.node)
        }
        var patterns: [(node: PolicyNode, text: WildcardText)] = []
        for node in member.node.elements {
            guard let text = string(node) else { continue }
            patterns.append((node, WildcardText(text)))
            inspectVariables(of: node)
            if text != "*" {
                inspectResource(text, node)
            } else if type == .resource(.bucket) {
                add(
                    .unsupportedResourceARNInPolicy,
                    "name the bucket or objects in it: arn:aws:s3:::BUCKET/*",
                    at: node)
            }
        }
        inspectRepetition(
            of: patterns, as: .redundantResource,
            "other ARNs of this list mean these resources, too; remove the redundant ARNs")
        inspectTypes(of: statement)
    }

    private func inspectResource(_ text: String, _ node: PolicyNode) {
        let parts = Self.withoutVariables(text).parts(at: ":", maxSplits: 5)
        guard parts[0] == "arn" else {
            return add(
                .invalidARNPrefix,
                "write an ARN, which begins with arn:, or a * for every resource",
                at: node)
        }
        guard parts.count == 6 else {
            return add(
                .missingARNField,
                "write all six parts of the ARN, arn:partition:service:region:account:resource; "
                    + "IAM reads a missing one as *",
                at: node)
        }
        if version.hasVariables, Self.hasEarlyVariable(text) {
            return add(
                .variableUnsupportedInElement,
                "a policy variable stands behind the fifth colon of an ARN; write out what is "
                    + "meant", at: node)
        }
        guard WildcardText(parts[1]).covers(WildcardText("aws"), &effort) else {
            return add(
                .invalidPartition, "there is no partition \(parts[1]) here; write aws", at: node)
        }
        inspectService(parts, node)
    }

    /// Whether a part of an ARN before its last has a variable.
    private static func hasEarlyVariable(_ text: String) -> Bool {
        text.parts(at: ":", maxSplits: 5).dropLast().contains { $0.contains("${") }
    }

    /// An ARN with a `*` for each of its variables.
    private static func withoutVariables(_ text: String) -> String {
        var result = ""
        var rest = text[...].utf8
        while let start = rest.firstIndex(of: UInt8(ascii: "$")) {
            result += String(Substring(rest[..<start]))
            let next = rest.index(after: start)
            guard next < rest.endIndex, rest[next] == UInt8(ascii: "{"),
                let end = rest[next...].firstIndex(of: UInt8(ascii: "}"))
            else {
                result += "$"
                rest = rest[next...]
                continue
            }
            result += "*"
            rest = rest[rest.index(after: end)...]
        }
        return result + String(Substring(rest))
    }

    private func inspectService(_ parts: [String], _ node: PolicyNode) {
        let service = String(parts[2])
        if WildcardText(service).hasWildcards {
            return add(
                .wildcardInServiceName,
                "a wildcard in a service's name may mean other services, too; name the service",
                at: node)
        }
        guard reference.hasARNService(service) else {
            if reference.hasARNService(service.asciiLowercased) {
                return add(
                    .invalidARNServiceCase,
                    "write the service in lowercase letters: \(service.asciiLowercased)",
                    at: node)
            }
            return addUnknown(
                .invalidService, "there is no service \(service)",
                near: nearest(to: service.asciiLowercased, among: reference.prefixes),
                at: [node.site])
        }
        inspectForm(parts, reference.forms(ofARNsOf: service), node)
    }

    /// Whether a type of resource has ARNs of this form.
    private func inspectForm(_ parts: [String], _ forms: [ARNForm], _ node: PolicyNode) {
        let (service, region, account) = (parts[2], parts[3], parts[4])
        let resource = WildcardText(parts[5])
        guard !forms.isEmpty else { return inspectNames(region, account, node) }
        let fitting = forms.filter { $0.resource.overlaps(resource, &effort) }
        guard !fitting.isEmpty else {
            return addUnknown(
                .invalidARNResource,
                "no resource of \(service) has an ARN that ends in \(parts[5])",
                at: [node.site])
        }
        inspect(
            region, fitting.map(\.region), "a region", node, missing: .missingARNRegion,
            unwanted: .arnRegionNotAllowed)
        inspect(
            account, fitting.map(\.account), "an account ID", node, missing: .missingARNAccount,
            unwanted: .arnAccountNotAllowed)
        inspectNames(region, account, node)
        inspectPolicyResource(parts, node)
    }

    private func inspect(
        _ part: String, _ forms: [ARNForm.Part], _ name: String, _ node: PolicyNode,
        missing: PolicyIssue, unwanted: PolicyIssue
    ) {
        if part.isEmpty, !forms.contains(.empty) {
            add(missing, "the ARN lacks a part: write \(name) or *", at: node)
        } else if !part.isEmpty, !WildcardText(part).covers(WildcardText(""), &effort),
            forms.allSatisfy({ $0 == .empty })
        {
            add(unwanted, "this part is empty in ARNs of this kind; remove \(name)", at: node)
        }
    }

    private func inspectNames(_ region: String, _ account: String, _ node: PolicyNode) {
        if !region.isEmpty, !WildcardText(region).hasWildcards, !AWSNames.isRegion(region) {
            add(.invalidARNRegion, AWSNames.noRegion(region), at: node)
        }
        if !account.isEmpty, !WildcardText(account).hasWildcards, !AWSNames.isAccount(account),
            !["aws", "cloudfront"].contains(account), !account.begins(with: "aws-")
        {
            add(.invalidARNAccount, "an account ID has twelve digits; write them all", at: node)
        }
    }

    /// Whether a resource is the one that the policy is on, or in it.
    private func inspectPolicyResource(_ parts: [String], _ node: PolicyNode) {
        guard case .resource(let resource?) = type else { return }
        let (service, forms): (String, [String]) =
            switch resource {
            case .bucket: ("s3", ["*"])
            case .accessPoint: ("s3", ["accesspoint/*"])
            case .multiRegionAccessPoint: ("s3", ["accesspoint/*.mrap", "accesspoint/*.mrap/*"])
            case .objectLambdaAccessPoint: ("s3-object-lambda", ["accesspoint/*"])
            case .table: ("dynamodb", ["table/*"])
            case .rolesTrust: ("", [])
            }
        let pattern = WildcardText(parts[5])
        let isOfAccessPoint = parts[5].begins(with: "accesspoint/") && !parts[4].isEmpty
        let fits =
            parts[2] == service && forms.contains { WildcardText($0).overlaps(pattern, &effort) }
            && !(resource == .bucket && isOfAccessPoint)
        guard !fits else { return }
        add(
            .unsupportedResourceARNInPolicy,
            "a policy of \(resource.rawValue) is about that resource; name it or what is in it",
            at: node)
    }
}

// Actions and resources together.
extension PolicyInspection {
    /// Reports each action that is on no resource of the statement's kinds. Only actions without
    /// wildcards are checked: one with wildcards may cover both kinds.
    private func inspectTypes(of statement: InspectedStatement) {
        guard !statement.isNotAction, !statement.isNotResource else { return }
        let texts = statement.resourceTexts.map(Self.withoutVariables)
        guard !texts.contains(where: { WildcardText($0).isEverything }) else { return }
        let parts = texts.map {
            $0.parts(at: ":", maxSplits: 5)
        }
        guard parts.allSatisfy({ $0.count == 6 }) else { return }
        let resources = parts.map { (service: $0[2], pattern: WildcardText($0[5])) }
        let strangers = statement.actions.filter { action in
            guard let service = reference.service(action.prefix),
                let found = service.action(action.name)
            else { return false }
            return !found.resources.contains { index in
                guard let form = service.resourceTypes[index].form else { return true }
                return resources.contains { resource in
                    resource.service == form.service
                        && form.resource.overlaps(resource.pattern, &effort)
                }
            }
        }
        add(
            .unsupportedResourceForAction,
            "no resource of the statement is of a kind that these actions are on, so it says "
                + "nothing of them; add such a resource, or * for actions that are on none",
            at: strangers.map(\.node.site))
    }
}
