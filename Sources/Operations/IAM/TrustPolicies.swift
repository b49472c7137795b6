import IAMIdentifiers
import IAMModel
import IAMPolicy
import Store

// What a role's trust policy means, at first and later.
//
// A trust policy that names a user or a role by ARN means whoever has the ARN when the policy is
// written. It is that one whom it trusts from then on: under a new name as well, and nobody else
// once they are deleted, whatever the name of whoever comes after.
//
// Source: IAM User Guide, "AWS JSON policy elements: Principal", "IAM role principals" and "IAM
// user principals".
// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>

extension Role {
    /// The trust policy for a decision: users and roles stand in it with their unique IDs, which
    /// no namesake has.
    func trust(in tables: AccountTables) throws -> SourcedPolicy {
        let known = try tables.trustedPrincipals.list(of: [id])[id, default: []]
        let text = replacing(known) { $0.nameForDecisions }
        return SourcedPolicy(source: .resource(arn.description), text: text)
    }

    /// The trust policy as it is shown: whoever was renamed has the new name, and whoever was
    /// deleted the unique ID.
    func shownTrustPolicy(in tables: AccountTables) throws -> String {
        try tables.shownTrustPolicies(of: [self])[0]
    }

    /// The trust policy with other names of the principals that are known.
    private func replacing(
        _ known: [TrustedPrincipalTable.Known],
        _ name: (TrustedPrincipalTable.Known) -> String?
    ) -> String {
        guard !known.isEmpty, let written = TrustPolicyText(stored: trustPolicy) else {
            return trustPolicy
        }
        let names = [ExactText: String](
            known.compactMap { known in
                name(known).map { (ExactText(known.principal.writtenName), $0) }
            }, uniquingKeysWith: { first, _ in first })
        return written.replacing { $0.isOfAWS ? names[ExactText($0.name)] : nil }
    }

    fileprivate func shownTrustPolicy(
        _ known: [TrustedPrincipalTable.Known]
    ) -> String {
        replacing(known) { $0.shownName }
    }
}

extension AccountTables {
    /// The trust policies of some roles as they are shown, in the same order.
    func shownTrustPolicies(of roles: [Role]) throws -> [String] {
        let known = try trustedPrincipals.list(of: roles.map(\.id))
        return roles.map { $0.shownTrustPolicy(known[$0.id, default: []]) }
    }
}

extension TrustedPrincipalTable.Known {
    private var isSession: Bool { principal.writtenName.begins(with: "arn:aws:sts:") }

    /// A session is trusted by its own ARN, which says no more than the name of its role: once the
    /// role is deleted, nobody may come by it.
    fileprivate var nameForDecisions: String? {
        isSession && arn != nil ? nil : principal.id.description
    }

    fileprivate var shownName: String? {
        guard let arn else { return principal.id.description }
        return isSession ? nil : arn.description
    }
}

// MARK: New trust policies

/// A trust policy that may be kept, and the users and roles that it names.
struct NewTrustPolicy {
    let text: String
    let principals: [TrustedPrincipal]
}

extension Call {
    /// A trust policy, parsed as strictly as IAM does it, whose principals there are.
    /// - Parameter parameter: the one of the API that holds it.
    /// - Throws: `MalformedPolicyDocument` in AWS's sentence, `LimitExceeded` for one that is too
    ///   long.
    func trustPolicy(_ text: String, in parameter: String) throws -> NewTrustPolicy {
        func malformed(
            _ sentence: String, at position: TextPosition, _ advice: String?
        ) -> IAMError {
            IAM.Errors.malformedPolicyDocument(
                sentence, about: parameter, at: position, advice: advice)
        }
        let written: TrustPolicyText
        do {
            written = try TrustPolicyText(parsing: text)
        } catch {
            throw malformed(error.message, at: error.position, error.advice)
        }
        try require(
            PolicyDocument.sizeWithoutWhitespace(of: text), within: .trustPolicySize,
            about: parameter)
        let lookup = PrincipalLookup(transaction: transaction)
        var principals: [TrustedPrincipal] = []
        var seen: Set<ExactText> = []
        for named in written.principals {
            switch try lookup.find(named) {
            case .identity(let principal):
                if seen.add(principal.writtenName) { principals.append(principal) }
            case .other: break
            case .nobody(let advice): throw malformed(named.refusal, at: named.position, advice)
            }
        }
        // IAM shows an account by the ARN of its root user, whichever way it was written.
        // Source: <https://github.com/hashicorp/terraform-provider-aws/pull/3832>.
        let kept = written.replacing {
            $0.isOfAWS ? AccountID($0.name).map { ARN.root(of: $0).description } : nil
        }
        return NewTrustPolicy(text: kept, principals: principals)
    }
}
