import IAMIdentifiers

/// What a statement does when it matches.
package enum PolicyEffect: String, Sendable {
    case allow = "Allow"
    case deny = "Deny"

    /// An effect in upper or lower case. IAM refuses a new policy that writes it otherwise than
    /// `Allow` or `Deny`.
    init?(ignoringCase text: String) {
        switch ExactText(text.asciiLowercased) {
        case "allow": self = .allow
        case "deny": self = .deny
        default: return nil
        }
    }
}
