/// What a statement does when it matches.
package enum PolicyEffect: String, Sendable {
    case allow = "Allow"
    case deny = "Deny"
}
