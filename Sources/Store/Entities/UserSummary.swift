package import IAMIdentifiers

/// An IAM user with what a list of users says of each: counts and moments of what belongs to it.
package struct UserSummary: Sendable, Equatable {
    package var user: User
    package var groups: Int
    package var mfaDevices: Int
    /// When the password was set; nil without one.
    package var passwordChangedAt: Timestamp?
    /// When the oldest of the active access keys was made; nil without one.
    package var oldestKeyAt: Timestamp?
    /// The last use of any access key.
    package var keyLastUsedAt: Timestamp?

    /// The last sign-in or use of an access key.
    package var lastActiveAt: Timestamp? {
        [user.passwordLastUsedAt, keyLastUsedAt].compactMap { $0 }.max()
    }

    package init(
        user: User, groups: Int = 0, mfaDevices: Int = 0, passwordChangedAt: Timestamp? = nil,
        oldestKeyAt: Timestamp? = nil, keyLastUsedAt: Timestamp? = nil
    ) {
        self.user = user
        self.groups = groups
        self.mfaDevices = mfaDevices
        self.passwordChangedAt = passwordChangedAt
        self.oldestKeyAt = oldestKeyAt
        self.keyLastUsedAt = keyLastUsedAt
    }
}
