/// The principal of a request, as the policies see it.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
package struct RequestPrincipal: Hashable, Sendable {
    package enum Kind: UInt8, Hashable, Sendable {
        /// Nobody proved to be anyone.
        case anonymous
        case rootUser
        case user
        /// A session of a role.
        case roleSession
        /// A session that a user began with GetFederationToken.
        case federatedUser
        /// Someone whom an identity provider knows, before they have a role.
        case federated
        /// An AWS service acting for itself.
        case service
    }

    package let kind: Kind
    /// Twelve digits; empty for those who are of no account.
    package let account: String
    /// The ARN of the user or the session; the name of the service or of the provider; empty for
    /// the anonymous. Of a root user, `arn:aws:iam::123456789012:root`.
    package let name: String
    /// The ARN of a session's role, or of the user who began a federated session; else empty.
    package let issuer: String
    /// The unique ID of the user, of the session's role or of the issuing user; empty if none is
    /// known. A deleted user is found in policies under it.
    package let uniqueID: String
    /// The account's canonical user ID, by which S3 knows it; empty if none is known.
    package let canonicalUserID: String
    /// Whether the session's role is linked to a service: no policy of an organization binds it.
    package let isServiceLinked: Bool

    private init(
        _ kind: Kind, account: String = "", name: String = "", issuer: String = "",
        uniqueID: String = "", canonicalUserID: String = "", isServiceLinked: Bool = false
    ) {
        self.kind = kind
        self.account = account
        self.name = name
        self.issuer = issuer
        self.uniqueID = uniqueID
        self.canonicalUserID = canonicalUserID
        self.isServiceLinked = isServiceLinked
    }

    package static let anonymous = RequestPrincipal(.anonymous)

    package static func rootUser(of account: String, canonicalUserID: String = "")
        -> RequestPrincipal
    {
        RequestPrincipal(
            .rootUser, account: account, name: "arn:aws:iam::\(account):root",
            canonicalUserID: canonicalUserID)
    }

    package static func user(
        _ arn: String, of account: String, uniqueID: String = "", canonicalUserID: String = ""
    ) -> RequestPrincipal {
        RequestPrincipal(
            .user, account: account, name: arn, uniqueID: uniqueID,
            canonicalUserID: canonicalUserID)
    }

    /// - Parameters:
    ///   - arn: the session's, `arn:aws:sts::123456789012:assumed-role/name/session`.
    ///   - role: the role's, with its path.
    package static func roleSession(
        _ arn: String, of role: String, in account: String, uniqueID: String = "",
        canonicalUserID: String = "", isServiceLinked: Bool = false
    ) -> RequestPrincipal {
        RequestPrincipal(
            .roleSession, account: account, name: arn, issuer: role, uniqueID: uniqueID,
            canonicalUserID: canonicalUserID, isServiceLinked: isServiceLinked)
    }

    /// - Parameter arn: the session's, `arn:aws:sts::123456789012:federated-user/name`.
    package static func federatedUser(
        _ arn: String, begunBy user: String, in account: String, uniqueID: String = "",
        canonicalUserID: String = ""
    ) -> RequestPrincipal {
        RequestPrincipal(
            .federatedUser, account: account, name: arn, issuer: user, uniqueID: uniqueID,
            canonicalUserID: canonicalUserID)
    }

    /// - Parameter provider: as a policy's `Federated` names it, an ARN or `accounts.google.com`.
    package static func federated(by provider: String) -> RequestPrincipal {
        RequestPrincipal(.federated, name: provider)
    }

    /// - Parameter name: such as `ec2.amazonaws.com`.
    package static func service(_ name: String) -> RequestPrincipal {
        RequestPrincipal(.service, name: name)
    }
}
