import IAMIdentifiers

/// What a statement does when it matches.
package enum PolicyEffect: String, Sendable {
    case allow = "Allow"
    case deny = "Deny"

    /// An effect in any case. IAM refuses a new policy that has another than its own.
    init?(ignoringCase text: String) {
        switch ExactText(text.asciiLowercased) {
        case "allow": self = .allow
        case "deny": self = .deny
        default: return nil
        }
    }
}
