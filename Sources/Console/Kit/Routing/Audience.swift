/// Who of those who are signed in may see a page. For everyone else nothing is at its address, in
/// the navigation or among what search finds.
enum Audience: Sendable {
    case everyone, rootUser, iamUsers

    func includes(_ principal: SignedInPrincipal) -> Bool {
        switch self {
        case .everyone: true
        case .rootUser: principal.isRoot
        case .iamUsers: !principal.isRoot
        }
    }
}
