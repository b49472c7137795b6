package import IAMIdentifiers

/// The users of an account with what belongs to each, a page of them in one statement.
///
/// What a page does not show is computed only where it sorts the list, for as many users as an
/// account has at most, by the indexes of the tables that are counted.
package struct UserSummaryTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private var users: UserTable { UserTable(transaction, of: account) }

    /// What sorts the list. Who lacks what is sorted by comes first in ascending order.
    package enum Order: Sendable, CaseIterable {
        case name, path, created, passwordLastUsed
        case groups, mfaDevices, passwordAge, keyAge, lastActive
    }

    package func list(_ slice: ListSlice<Order>) throws(StoreError) -> [UserSummary] {
        try transaction.rows(
            "SELECT user_id, name, path, created_at, password_last_used_at, "
                + Self.groups + " AS group_count, " + Self.devices + " AS device_count, "
                + Self.passwordChanged + " AS password_changed_at, "
                + Self.oldestKey + " AS oldest_key_at, " + Self.keyUsed + " AS key_last_used_at"
                + " FROM iam_user WHERE account_id = \(account)"
                + .nameHolds(slice.search) + slice.ending(sortedBy: Self.column(slice.order))
        ).map { (row) throws(StoreError) in
            UserSummary(
                user: try users.user(row), groups: try row.integer("group_count"),
                mfaDevices: try row.integer("device_count"),
                passwordChangedAt: try row.timestampIfPresent("password_changed_at"),
                oldestKeyAt: try row.timestampIfPresent("oldest_key_at"),
                keyLastUsedAt: try row.timestampIfPresent("key_last_used_at"))
        }
    }

    private static let groups: SQL = """
        (SELECT count(*) FROM group_member
            WHERE group_member.account_id = iam_user.account_id
            AND group_member.user_id = iam_user.user_id)
        """
    private static let devices: SQL = """
        (SELECT count(*) FROM mfa_device
            WHERE mfa_device.account_id = iam_user.account_id
            AND mfa_device.owner_id = iam_user.user_id)
        """
    private static let passwordChanged: SQL = """
        (SELECT changed_at FROM login_profile
            WHERE login_profile.account_id = iam_user.account_id
            AND login_profile.user_id = iam_user.user_id)
        """
    private static let oldestKey: SQL = """
        (SELECT min(access_key.created_at) FROM access_key
            WHERE access_key.account_id = iam_user.account_id
            AND access_key.owner_id = iam_user.user_id AND access_key.status = 'Active')
        """
    private static let keyUsed: SQL = """
        (SELECT max(access_key.last_used_at) FROM access_key
            WHERE access_key.account_id = iam_user.account_id
            AND access_key.owner_id = iam_user.user_id)
        """

    /// What is sorted by; an age grows as its moment falls.
    private static func column(_ order: Order) -> SQL? {
        let signedIn: SQL = "coalesce(password_last_used_at, 0)"
        let used: SQL = "coalesce(" + keyUsed + ", 0)"
        return switch order {
        case .name: nil
        case .path: "path"
        case .created: "created_at"
        case .passwordLastUsed: signedIn
        case .groups: groups
        case .mfaDevices: devices
        case .passwordAge: "-coalesce(" + passwordChanged + ", \(Int64.max))"
        case .keyAge: "-coalesce(" + oldestKey + ", \(Int64.max))"
        case .lastActive:
            "CASE WHEN " + signedIn + " > " + used + " THEN " + signedIn + " ELSE " + used + " END"
        }
    }
}
