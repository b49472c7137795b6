/// How directly a resource's policy names the principal, which decides which other policies have to
/// allow.
enum PrincipalNaming: UInt8, Comparable, Sendable {
    case not
    /// Their account alone, which may hand the permission on to them.
    case account
    /// The role of their session, or the user who began it.
    case issuer
    /// Themselves, or everyone.
    case directly

    static func < (left: PrincipalNaming, right: PrincipalNaming) -> Bool {
        left.rawValue < right.rawValue
    }
}

// Principals.
extension PolicyProgram {
    /// Whether a statement is about the principal, and how directly it names them.
    ///
    /// Source: IAM User Guide, "AWS JSON policy elements: Principal" and "… NotPrincipal".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>
    func naming(
        of requestPrincipal: borrowing RequestPrincipal, in statement: Statement, isBounded: Bool
    ) -> (truth: Truth, naming: PrincipalNaming) {
        guard statement.hasPrincipals else { return (.yes, .directly) }
        var listed = Listed()
        for index in statement.principals.range {
            list(principals[index], requestPrincipal, in: &listed)
        }
        guard statement.principalsAreNegated else {
            return (Truth(listed.naming != .not), listed.naming)
        }
        // AWS does not support NotPrincipal with Allow, which would allow everyone else.
        guard statement.isDeny else { return (.unknown, .not) }
        // AWS says of NotPrincipal with Deny that it denies whoever has a permissions boundary,
        // listed or not: "Permissions boundaries for IAM entities".
        // <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>
        if isBounded { return (.yes, .directly) }
        return (listed.truth(of: requestPrincipal).negated, .directly)
    }

    /// What a list of principals holds of one principal.
    private struct Listed {
        var naming = PrincipalNaming.not
        var everyone = false
        var account = false
        var issuer = false
        var name = false

        /// Whether the principal is listed. If the principal has several names, such as those of a
        /// session, its role and their account, all must be listed. If only some are, the result is
        /// unknown.
        func truth(of requestPrincipal: borrowing RequestPrincipal) -> Truth {
            if everyone { return .yes }
            var all = true
            var any = false
            func count(_ isListed: Bool) {
                all = all && isListed
                any = any || isListed
            }
            switch requestPrincipal.kind {
            case .anonymous: return .no
            case .rootUser: count(account)
            case .user:
                count(account)
                count(name)
            case .roleSession, .federatedUser:
                count(account)
                count(issuer)
                count(name)
            case .federated, .service: count(name)
            }
            return all ? .yes : any ? .unknown : .no
        }
    }

    private func list(
        _ principal: Principal, _ requestPrincipal: borrowing RequestPrincipal,
        in listed: inout Listed
    ) {
        switch principal {
        case .everyone:
            listed.everyone = true
            listed.naming = .directly
        case .account(let place):
            guard equals(place, requestPrincipal.account) else { return }
            listed.account = true
            listed.naming = max(listed.naming, .account)
        case .canonicalUser(let place):
            guard equals(place, requestPrincipal.canonicalUserID) else { return }
            listed.account = true
            listed.naming = max(listed.naming, .account)
        case .arn(let place):
            if equals(place, requestPrincipal.name) {
                listed.name = true
                listed.naming = .directly
            } else if equals(place, requestPrincipal.issuer) {
                listed.issuer = true
                listed.naming = max(listed.naming, .issuer)
            }
        case .uniqueID(let place):
            guard equals(place, requestPrincipal.uniqueID) else { return }
            if requestPrincipal.kind == .user {
                listed.name = true
                listed.naming = .directly
            } else {
                listed.issuer = true
                listed.naming = max(listed.naming, .issuer)
            }
        case .service(let place):
            guard requestPrincipal.kind == .service, equals(place, requestPrincipal.name) else {
                return
            }
            listed.name = true
            listed.naming = .directly
        case .federated(let place):
            guard requestPrincipal.kind == .federated, equals(place, requestPrincipal.name) else {
                return
            }
            listed.name = true
            listed.naming = .directly
        }
    }

    /// Whether a name in the policy is the principal's. An empty name is nobody's.
    private func equals(_ place: PoolRange, _ name: borrowing String) -> Bool {
        let name = name.utf8.span
        return !name.isEmpty && bytes.span.extracting(place.range).equals(name)
    }
}
