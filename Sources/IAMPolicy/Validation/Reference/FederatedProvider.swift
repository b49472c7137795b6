import IAMIdentifiers

/// Who vouches for a federated principal, by its name in a trust policy.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", "OIDC federated principals" and
/// "SAML federated principals".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
struct FederatedProvider: Hashable, Sendable {
    enum Kind: Sendable { case saml, oidc }

    let kind: Kind
    /// What its condition keys begin with, as `accounts.google.com`; `saml` for SAML.
    let keyPrefix: String

    /// Nil for what names no provider.
    init?(_ text: String) {
        let shared: Set<ExactText> = [
            "cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com",
            "accounts.google.com",
        ]
        if shared.contains(text) {
            (kind, keyPrefix) = (.oidc, text)
            return
        }
        let parts = text.parts(at: ":", maxSplits: 5)
        guard parts.count == 6, parts[0] == "arn", parts[2] == "iam", parts[3].isEmpty,
            AWSNames.isAccount(parts[4]), !text.contains("*"), !text.contains("?"),
            let slash = parts[5].firstIndex(of: "/")
        else { return nil }
        let name = parts[5][slash...].dropFirst()
        guard !name.isEmpty else { return nil }
        switch parts[5][..<slash] {
        case "saml-provider": (kind, keyPrefix) = (.saml, "saml")
        case "oidc-provider": (kind, keyPrefix) = (.oidc, name.asciiLowercased)
        default: return nil
        }
    }
}
