/// The `Principal` or `NotPrincipal` of a statement.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal" and "… NotPrincipal".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>
struct PrincipalElement {
    /// As whom an element names someone.
    enum Naming: Hashable {
        /// As one of all.
        case everyone
        case itself
        /// As the sessions of a role, or of the user who began them.
        case issuer
        /// As one of its account.
        case account
    }

    private let entries: [(kind: String, name: String)]
    private let isNot: Bool

    /// - Returns: nil if it is not written as principals are.
    init?(_ json: JSON, isNot: Bool) {
        self.isNot = isNot
        if json == .string("*") {
            entries = [("AWS", "*")]
            return
        }
        guard let members = json.object, !members.isEmpty,
            Set(members.keys).isSubset(of: ["AWS", "Service", "Federated", "CanonicalUser"]),
            members.values.allSatisfy({ $0.strings?.isEmpty == false })
        else { return nil }
        entries = members.flatMap { kind, names in
            (names.strings ?? []).map { (kind, $0) }
        }
    }

    var isEveryone: Bool { entries.map(\.name) == ["*"] }

    /// Whether the statement is about someone.
    func truth(
        for principal: QuestionPrincipal, isDenied: Bool, hasBoundary: Bool
    ) -> Ternary {
        let namings = listed(principal)
        guard isNot else { return Ternary(!namings.isEmpty) }
        // AWS does not have it with Allow, and with Deny it says that whoever has a boundary is
        // denied.
        if !isDenied { return .unknown }
        if hasBoundary { return .yes }
        if namings.contains(.everyone) { return .no }
        let names = Self.names(of: principal.kind)
        if namings.isEmpty { return .yes }
        return names.isSubset(of: namings) ? .no : .unknown
    }

    /// As whom a statement that applies and allows grants.
    func namings(of principal: QuestionPrincipal) -> Set<Naming> { listed(principal) }

    /// All that has to be listed for someone to be excepted.
    private static func names(of kind: QuestionPrincipal.Kind) -> Set<Naming> {
        switch kind {
        case .anonymous: []
        case .root: [.account]
        case .user: [.account, .itself]
        case .roleSession, .federatedUser: [.account, .issuer, .itself]
        case .federated, .service: [.itself]
        }
    }

    private func listed(_ principal: QuestionPrincipal) -> Set<Naming> {
        Set(entries.compactMap { Self.naming(of: principal, as: $0.kind, $0.name) })
    }

    private static func naming(
        of principal: QuestionPrincipal, as kind: String, _ name: String
    ) -> Naming? {
        let account = principal.account
        switch kind {
        case "AWS" where name == "*": return .everyone
        case "AWS":
            if !account.isEmpty, [account, "arn:aws:iam::\(account):root"].contains(name) {
                return .account
            }
            guard [.user, .roleSession, .federatedUser].contains(principal.kind) else { return nil }
            if name == principal.arn { return .itself }
            if name == principal.issuer { return .issuer }
            if name == principal.id { return principal.kind == .user ? .itself : .issuer }
            return nil
        case "CanonicalUser":
            return !account.isEmpty && name == principal.canonical ? .account : nil
        case "Service": return principal.kind == .service && name == principal.name ? .itself : nil
        default: return principal.kind == .federated && name == principal.name ? .itself : nil
        }
    }
}
