import IAMIdentifiers
import IAMModel
import IAMPolicy

/// The policies of the simulated principal that a simulation leaves out: `PolicyExclusionList`.
///
/// An identifier that fits no policy of the principal is passed over, as AWS does. The policies
/// that the request itself carries stay in.
///
/// Source: IAM API Reference, PolicyIdentifier and InlinePolicyIdentifierType.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyIdentifier.html>
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_InlinePolicyIdentifierType.html>
struct PolicyExclusions {
    private enum Identifier {
        case ofType(IAM.Shape.PolicyIdentifierPolicyType)
        /// Managed policies; the resource's name may hold wildcards.
        case managed(ARN)
        /// Inline policies of one name; the owner's name may hold wildcards.
        case inline(IdentityKind, owner: String, policy: String)
    }

    private let identifiers: [Identifier]

    /// - Throws: `InvalidInput` for an identifier that names nothing or more than one thing, a
    ///   malformed ARN, and a wildcard where none may stand.
    init(_ identifiers: [IAM.Shape.PolicyIdentifier]?) throws {
        self.identifiers = try (identifiers ?? []).enumerated().map { index, identifier in
            try Self.identifier(identifier, named: "PolicyExclusionList.\(index + 1)")
        }
    }

    /// The policies that are left. A permissions boundary is left out by its type alone, since it
    /// is not attached.
    func applied(to policies: PrincipalPolicies) -> PrincipalPolicies {
        var kept = policies
        kept.identityBased.removeAll { policy in
            identifiers.contains { Self.matches($0, policy.source) }
        }
        let isUnbounded = identifiers.contains {
            if case .ofType(.permissionBoundary) = $0 { true } else { false }
        }
        if isUnbounded { kept.permissionsBoundary = nil }
        return kept
    }

    private static func identifier(
        _ identifier: IAM.Shape.PolicyIdentifier, named place: String
    ) throws -> Identifier {
        switch (identifier.policyType, identifier.policyArn, identifier.inlinePolicyIdentifier) {
        case (let type?, nil, nil): return .ofType(type)
        case (nil, let text?, nil):
            guard let arn = ARN(text), arn.service == "iam", arn.region.isEmpty,
                arn.resource.begins(with: "policy/"),
                !(arn.partition + arn.account).utf8.contains(where: isWildcard),
                hasOneStarAtMost(arn.resource)
            else {
                throw IAM.Errors.invalidInput(
                    "\(place): \(text) is not the ARN of a managed policy. Its resource name may "
                        + "hold one * and any number of ?, its other parts none.",
                    about: "PolicyExclusionList")
            }
            return .managed(arn)
        case (nil, nil, let inline?):
            guard hasOneStarAtMost(inline.attachmentName) else {
                throw IAM.Errors.invalidInput(
                    "\(place): AttachmentName \(inline.attachmentName) has more than one *.",
                    about: "PolicyExclusionList")
            }
            return .inline(
                .init(inline.attachmentType), owner: inline.attachmentName,
                policy: inline.policyName)
        default:
            throw IAM.Errors.invalidInput(
                "\(place) must have exactly one of PolicyType, PolicyArn and "
                    + "InlinePolicyIdentifier.", about: "PolicyExclusionList")
        }
    }

    private static func matches(_ identifier: Identifier, _ source: PolicySource) -> Bool {
        switch (identifier, source) {
        case (.ofType(.inline), .inline): true
        case (.ofType(.awsManaged), .managed(let arn)): arn.account == "aws"
        case (.ofType(.userManaged), .managed(let arn)): arn.account != "aws"
        case (.managed(let pattern), .managed(let arn)):
            pattern.partition == arn.partition && pattern.account == arn.account
                && matches(pattern.resource, arn.resource)
        case (
            .inline(let kind, let owner, let name), .inline(let ownerKind, let ownedBy, let policy)
        ):
            kind == ownerKind && name.asciiLowercased.isExactly(policy.asciiLowercased)
                && matches(owner.asciiLowercased, ownedBy.asciiLowercased)
        default: false
        }
    }

    /// Whether a name matches a pattern with one `*` at most and any number of `?`. Names and ARNs
    /// are ASCII, so that a byte is a character.
    private static func matches(_ pattern: String, _ name: String) -> Bool {
        func fits(_ pattern: some Collection<UInt8>, _ name: some Collection<UInt8>) -> Bool {
            pattern.count == name.count
                && zip(pattern, name).allSatisfy { $0 == UInt8(ascii: "?") || $0 == $1 }
        }
        let pattern = Array(pattern.utf8)
        let name = Array(name.utf8)
        guard let star = pattern.firstIndex(of: UInt8(ascii: "*")) else {
            return fits(pattern, name)
        }
        let tail = pattern[(star + 1)...]
        return name.count >= pattern.count - 1 && fits(pattern[..<star], name.prefix(star))
            && fits(tail, name.suffix(tail.count))
    }

    private static func hasOneStarAtMost(_ pattern: String) -> Bool {
        pattern.utf8.count { $0 == UInt8(ascii: "*") } <= 1
    }

    private static func isWildcard(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
    }
}

extension IdentityKind {
    fileprivate init(_ type: IAM.Shape.AttachmentType) {
        self =
            switch type {
            case .user: .user
            case .group: .group
            case .role: .role
            }
    }
}
