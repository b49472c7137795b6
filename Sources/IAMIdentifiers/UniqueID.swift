/// The ID that IAM gives an entity when it is created and never gives again: four letters that say
/// what it is, then seventeen random characters.
///
/// A deleted user's name can be used again; its unique ID cannot, so everything that refers to an
/// entity in the store refers to it by this ID.
///
/// Source: IAM User Guide, "IAM identifiers", section "Unique identifiers".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids>
package struct UniqueID: Hashable, Sendable, CustomStringConvertible {
    /// What an ID names, by its first four letters.
    package enum Kind: String, Sendable, CaseIterable {
        case user = "AIDA"
        case group = "AGPA"
        case role = "AROA"
        case managedPolicy = "ANPA"
        case instanceProfile = "AIPA"
        case serverCertificate = "ASCA"
        /// Our own: AWS names no ID of an MFA device, and this one is shown to nobody.
        case mfaDevice = "MFAD"
        /// Our own, too: what was begun through a provider refers to it by this, so that nothing
        /// passes to another provider with the same URL.
        case openIDConnectProvider = "OIDC"
        /// The UUID of a SAML provider, which AWS begins with `SAMLSP`.
        /// Source: <https://github.com/hashicorp/terraform-provider-aws/issues/45699>
        case samlProvider = "SAML"
        case sshPublicKey = "APKA"
        case serviceSpecificCredential = "ACCA"

        /// What an ID begins with.
        fileprivate var beginning: String { self == .samlProvider ? "SAMLSP" : rawValue }

        /// The random characters behind that. In AWS's examples an SSH public key has fewer.
        /// Source: IAM API Reference, UploadSSHPublicKey, "Examples".
        /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html>
        fileprivate var randomLength: Int { self == .sshPublicKey ? 16 : 17 }
    }

    package let description: String

    /// An ID as the store keeps it. The root user's is its account's number.
    package init(stored text: String) { description = text }

    /// A new random ID: 80 or 85 random bits behind the letters.
    package init(_ kind: Kind, using random: inout some RandomNumberGenerator) {
        description = kind.beginning + Base32.random(kind.randomLength, using: &random)
    }

    /// The ID of an account's root user, which is the account's number.
    package init(rootOf account: AccountID) { description = account.description }

    /// What the ID names, or nil for a root user's.
    package var kind: Kind? { Kind(rawValue: String(description.prefix(4))) }
}
