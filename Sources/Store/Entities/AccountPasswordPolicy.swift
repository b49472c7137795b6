/// What an account asks of its IAM users' passwords. An account without one has the default policy,
/// which is no row.
package struct AccountPasswordPolicy: Sendable, Equatable {
    /// Characters, 6 to 128.
    package var minimumLength: Int
    package var requiresSymbols: Bool
    package var requiresNumbers: Bool
    package var requiresUppercase: Bool
    package var requiresLowercase: Bool
    /// Whether users may change their own password without a policy that says so.
    package var allowsChange: Bool
    /// Days after which a password expires, 1 to 1,095; nil for never.
    package var maximumAgeDays: Int?
    /// How many of a user's latest passwords may not be used again, 1 to 24; nil for none.
    package var reusePrevention: Int?
    /// Whether only an administrator can replace an expired password; nil when nothing was said.
    package var isExpiryHard: Bool?

    package init(
        minimumLength: Int, requiresSymbols: Bool, requiresNumbers: Bool,
        requiresUppercase: Bool, requiresLowercase: Bool, allowsChange: Bool,
        maximumAgeDays: Int? = nil, reusePrevention: Int? = nil, isExpiryHard: Bool? = nil
    ) {
        self.minimumLength = minimumLength
        self.requiresSymbols = requiresSymbols
        self.requiresNumbers = requiresNumbers
        self.requiresUppercase = requiresUppercase
        self.requiresLowercase = requiresLowercase
        self.allowsChange = allowsChange
        self.maximumAgeDays = maximumAgeDays
        self.reusePrevention = reusePrevention
        self.isExpiryHard = isExpiryHard
    }
}
