package import AWSWire
package import IAMIdentifiers
import IAMModel
import Store

/// One page of the account's users with what belongs to each. To the policies and in the audit
/// record it is ListUsers.
///
/// ListUsers tells neither groups nor credentials. Who belongs to which group is told by
/// GetAccountAuthorizationDetails, and the passwords, keys and devices of all users by the
/// credential report, so these columns ask for the permissions of those. Who lacks one sees the
/// list without the column, and cannot sort by it.
package enum UserSummaryList: ReadingHandler {
    package static let facts = IAM.ListUsers.facts
    package typealias Input = ListQuery
    package typealias Output = ListPage<Row>

    /// What sorts the list, by its name in a query.
    package enum Order: String, Sendable, CaseIterable {
        case name, path, created, signedIn = "signed-in"
        case groups, mfa, passwordAge = "password-age", keyAge = "key-age", lastActive = "active"
    }

    package struct Row: WireShape {
        package var name: String
        package var path: String
        package var createdAt: Timestamp
        package var passwordLastUsedAt: Timestamp?
        /// Nil for a reader who may not know.
        package var groups: Int?
        /// Nil for a reader who may not know.
        package var credentials: Credentials?

        /// What the credential report says of a user.
        package struct Credentials: WireShape, Equatable {
            package var mfaDevices: Int
            package var passwordChangedAt: Timestamp?
            package var oldestKeyAt: Timestamp?
            package var lastActiveAt: Timestamp?

            package init(
                mfaDevices: Int, passwordChangedAt: Timestamp?, oldestKeyAt: Timestamp?,
                lastActiveAt: Timestamp?
            ) {
                self.mfaDevices = mfaDevices
                self.passwordChangedAt = passwordChangedAt
                self.oldestKeyAt = oldestKeyAt
                self.lastActiveAt = lastActiveAt
            }
        }

        package init(
            name: String, path: String, createdAt: Timestamp, passwordLastUsedAt: Timestamp?,
            groups: Int?, credentials: Credentials?
        ) {
            self.name = name
            self.path = path
            self.createdAt = createdAt
            self.passwordLastUsedAt = passwordLastUsedAt
            self.groups = groups
            self.credentials = credentials
        }
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        try IAM.ListUsers.target(.init(), call)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let seesGroups = try call.may(IAM.GetAccountAuthorizationDetails.action)
        let seesCredentials = try call.may("iam:GetCredentialReport")
        let table = UserSummaryTable(call.transaction, of: call.account)
        let total = try call.tables.users.count(holding: input.search)
        var query = input.within(total)
        let order = Order(rawValue: input.sort) ?? .name
        let mayKnow =
            switch order {
            case .name, .path, .created, .signedIn: true
            case .groups: seesGroups
            case .mfa, .passwordAge, .keyAge, .lastActive: seesCredentials
            }
        if !mayKnow {
            // The page then says that the list is in the order that it has.
            query.sort = ""
            query.isDescending = false
        }
        let users = try table.list(
            ListSlice(
                holding: query.search, by: mayKnow ? order.column : .name,
                descending: query.isDescending, offset: query.offset, limit: query.size))
        let rows = users.map {
            Row($0, seesGroups: seesGroups, seesCredentials: seesCredentials)
        }
        return Output(rows: rows, total: total, query: query)
    }
}

extension UserSummaryList.Order {
    fileprivate var column: UserSummaryTable.Order {
        switch self {
        case .name: .name
        case .path: .path
        case .created: .created
        case .signedIn: .passwordLastUsed
        case .groups: .groups
        case .mfa: .mfaDevices
        case .passwordAge: .passwordAge
        case .keyAge: .keyAge
        case .lastActive: .lastActive
        }
    }
}

extension UserSummaryList.Row {
    fileprivate init(_ summary: UserSummary, seesGroups: Bool, seesCredentials: Bool) {
        let credentials = Credentials(
            mfaDevices: summary.mfaDevices, passwordChangedAt: summary.passwordChangedAt,
            oldestKeyAt: summary.oldestKeyAt, lastActiveAt: summary.lastActiveAt)
        self.init(
            name: summary.user.name, path: summary.user.path.description,
            createdAt: summary.user.createdAt,
            passwordLastUsedAt: summary.user.passwordLastUsedAt,
            groups: seesGroups ? summary.groups : nil,
            credentials: seesCredentials ? credentials : nil)
    }

    package init(from fields: inout FieldReader) {
        name = fields.requiredString("Name")
        path = fields.requiredString("Path")
        createdAt = fields.requiredTimestamp("CreatedAt")
        passwordLastUsedAt = fields.timestamp("PasswordLastUsedAt")
        groups = fields.integer("Groups")
        credentials = fields.structure("Credentials")
    }

    package func encode(into writer: inout FieldWriter) {
        writer.string("Name", name)
        writer.string("Path", path)
        writer.timestamp("CreatedAt", createdAt)
        writer.timestamp("PasswordLastUsedAt", passwordLastUsedAt)
        writer.integer("Groups", groups)
        writer.structure("Credentials", credentials)
    }
}

extension UserSummaryList.Row.Credentials {
    package init(from fields: inout FieldReader) {
        mfaDevices = fields.requiredInteger("MFADevices")
        passwordChangedAt = fields.timestamp("PasswordChangedAt")
        oldestKeyAt = fields.timestamp("OldestKeyAt")
        lastActiveAt = fields.timestamp("LastActiveAt")
    }

    package func encode(into writer: inout FieldWriter) {
        writer.integer("MFADevices", mfaDevices)
        writer.timestamp("PasswordChangedAt", passwordChangedAt)
        writer.timestamp("OldestKeyAt", oldestKeyAt)
        writer.timestamp("LastActiveAt", lastActiveAt)
    }
}
