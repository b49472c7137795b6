/// Who of those who are signed in may see a page. For everyone else nothing is at its address, in
/// the navigation or among what search finds.
enum Audience: Sendable {
    case everyone, rootUser, iamUsers
    /// Whoever has a password or keys of their own. A role and a federated user have none.
    case credentialHolders

    func includes(_ principal: SignedInPrincipal) -> Bool {
        switch self {
        case .everyone: true
        case .rootUser: principal.isRoot
        case .iamUsers: principal.kind == .iamUser
        case .credentialHolders: principal.isRoot || principal.kind == .iamUser
        }
    }
}
