import IAMIdentifiers
import StrictJSON

// The document as a whole.
extension PolicyInspection {
    func inspectText() {
        guard bytes.count <= PolicyValidator.maximumBytes else {
            let limit = PolicyValidator.maximumBytes
            return add(
                .jsonSyntaxError, "the policy has more than \(limit) bytes and was not read",
                at: [PolicySite(path: [], range: 0..<1)])
        }
        do throws(JSONError) {
            inspect(PolicyNode(json: try JSONReader.read(bytes), path: []))
        } catch {
            add(
                .jsonSyntaxError, error.fault.advice,
                at: [
                    PolicySite(
                        path: [], range: error.offset..<min(error.offset + 1, bytes.count))
                ])
        }
    }

    private func inspect(_ document: PolicyNode) {
        guard let members = document.members else {
            return add(
                .dataTypeMismatch, "a policy is an object: write it between { and }", at: document)
        }
        for member in members where !["Version", "Id", "Statement"].contains(member.name) {
            add(
                .invalidPolicyElement,
                "a policy has no element \(member.name); write Version, Id or Statement",
                atKeyOf: member)
        }
        inspectVersion(members.first { $0.name == "Version" }?.node, of: document)
        if let id = members.first(where: { $0.name == "Id" }) { _ = string(id.node) }
        inspectSize(of: document)
        inspectStatements(members.first { $0.name == "Statement" }?.node, of: document)
    }

    /// Source, of the version that an organization's policies have: AWS Organizations User Guide,
    /// "SCP syntax" and "RCP syntax", "Version element".
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html>
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html>
    private func inspectVersion(_ node: PolicyNode?, of document: PolicyNode) {
        guard let node else {
            return add(
                .missingVersion,
                "add \"Version\": \"2012-10-17\"; without it, policy variables are plain text",
                at: document)
        }
        guard let text = string(node) else { return }
        guard let known = PolicyVersion(rawValue: text) else {
            // What the author wants to use is the current language.
            version = .current
            return add(
                .invalidVersion,
                "there is no version \(text); write 2012-10-17, or 2008-10-17 for the old language",
                at: node)
        }
        version = known
        if known != .current, type == .serviceControl || type == .resourceControl {
            add(
                .invalidVersion,
                "a policy of an organization is in the current language; write 2012-10-17", at: node
            )
        }
    }

    /// The quotas of IAM do not count white space, those of Organizations, S3 and DynamoDB do.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS quotas"; AWS Organizations User Guide, "Quotas and
    /// service limits"; Amazon S3 User Guide, "Bucket policies"; Amazon DynamoDB Developer Guide,
    /// "Resource-based policy considerations".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html>
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html>
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-considerations.html>
    private func inspectSize(of document: PolicyNode) {
        let text = String(decoding: bytes, as: UTF8.self)
        let compact = PolicyDocument.sizeWithoutWhitespace(of: text)
        let whole = text.unicodeScalars.count
        let (issue, size, quota): (PolicyIssue, Int, Int)
        switch type {
        case .identity:
            (issue, size, quota) = (.policySizeExceedsIdentityPolicyQuota, compact, 6_144)
        case .resource(.rolesTrust):
            (issue, size, quota) = (.policySizeExceedsRoleTrustPolicyQuota, compact, 2_048)
        case .serviceControl: (issue, size, quota) = (.policySizeExceedsSCPQuota, whole, 10_240)
        case .resourceControl: (issue, size, quota) = (.policySizeExceedsRCPQuota, whole, 5_120)
        case .resource(nil): return
        case .resource:
            (issue, size, quota) = (.policySizeExceedsResourcePolicyQuota, bytes.count, 20_480)
        }
        guard size > quota else { return }
        add(
            issue,
            "the policy has \(size) characters, and the quota is \(quota); split it into several",
            at: document)
    }

    private func inspectStatements(_ list: PolicyNode?, of document: PolicyNode) {
        guard let list else {
            return add(.missingStatement, "add a Statement to the policy", at: document)
        }
        guard !list.elements.isEmpty else {
            return add(.missingStatement, "add a statement to the empty list", at: list)
        }
        var statements: [InspectedStatement] = []
        for node in list.elements {
            guard let members = node.members else {
                add(
                    .dataTypeMismatch, "a statement is an object: write it between { and }",
                    at: node)
                continue
            }
            let statement = InspectedStatement(node, members)
            inspect(statement, members)
            statements.append(statement)
        }
        isTrust = !statements.isEmpty && statements.allSatisfy { isTrust($0) }
        inspectSids(of: statements)
        inspectAllows(of: statements)
        inspectRepetition(of: statements)
    }

    private func inspectSids(of statements: [InspectedStatement]) {
        var seen: Set<ExactText> = []
        for statement in statements {
            guard let node = statement["Sid"]?.node, let sid = node.text, !sid.isEmpty,
                !seen.add(sid)
            else { continue }
            if type.hasStrictSids {
                add(
                    .uniqueSidsRequired, "another statement has the Sid \(sid); give it another",
                    at: node)
            } else {
                add(
                    .uniqueSidsRecommended,
                    "another statement has the Sid \(sid); some services ask for unique ones",
                    at: node)
            }
        }
    }
}
