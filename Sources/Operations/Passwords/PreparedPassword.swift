package import IAMIdentifiers

/// What ``Handler/prepare(_:for:_:_:)`` found out or made.
package struct PreparedPassword: Sendable {
    /// The hash of the password that the request sets.
    package var newHash: String?
    /// The stored hash that the request's old password matched; nil when it matched none. The
    /// operation compares it with the one in its own transaction.
    package var verifiedHash: String?
    /// The stored hashes that the new password was compared with, and whether it matched each.
    package var comparisons: [ExactText: Bool] = [:]

    package init(
        newHash: String? = nil, verifiedHash: String? = nil, comparisons: [ExactText: Bool] = [:]
    ) {
        self.newHash = newHash
        self.verifiedHash = verifiedHash
        self.comparisons = comparisons
    }
}
