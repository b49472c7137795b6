import IAMIdentifiers
import Operations

/// A column of the list of users, beside the name, which a reader may hide.
enum UserColumn: String, Sendable, CaseIterable {
    case groups, lastActive = "active", mfa, passwordAge = "password-age", keyAge = "key-age"
    case created, signedIn = "signed-in", path

    /// Those that are hidden until the reader chooses.
    static let hiddenAtFirst: Set<UserColumn> = [.signedIn, .path]

    /// The columns that a cookie says are hidden.
    static func hidden(in text: String) -> Set<UserColumn> {
        Set<UserColumn>(
            text.prefix(200).parts(at: ",", keepingEmpty: false).compactMap(UserColumn.init))
    }

    static func text(ofHidden columns: Set<UserColumn>) -> String {
        allCases.filter(columns.contains).map(\.rawValue).joined(separator: ",")
    }

    var label: Phrase {
        switch self {
        case .groups: .groups
        case .lastActive: .lastActivity
        case .mfa: .mfa
        case .passwordAge: .passwordAge
        case .keyAge: .keyAge
        case .created: .created
        case .signedIn: .passwordLastUsed
        case .path: .path
        }
    }

    /// What sorts the list by it.
    var order: UserSummaryList.Order {
        switch self {
        case .groups: .groups
        case .lastActive: .lastActive
        case .mfa: .mfa
        case .passwordAge: .passwordAge
        case .keyAge: .keyAge
        case .created: .created
        case .signedIn: .signedIn
        case .path: .path
        }
    }

    /// What the column says of a user.
    func content(_ row: UserSummaryList.Row, _ page: PageContext) -> HTML {
        switch self {
        case .path: return "\(row.path)"
        case .created: return page.moment(row.createdAt)
        case .signedIn: return page.moment(row.passwordLastUsedAt)
        case .groups: return row.groups.map { "\($0)" } ?? Self.unknown(page)
        case .lastActive, .mfa, .passwordAge, .keyAge:
            guard let known = row.credentials else { return Self.unknown(page) }
            return content(known, page)
        }
    }

    private func content(
        _ known: UserSummaryList.Row.Credentials, _ page: PageContext
    ) -> HTML {
        switch self {
        case .mfa where known.mfaDevices > 0:
            page.badge(page[.devices(known.mfaDevices)], .good)
        case .mfa where known.passwordChangedAt != nil: page.badge(page[.none], .warning)
        case .passwordAge: Self.age(known.passwordChangedAt, page)
        case .keyAge: Self.age(known.oldestKeyAt, isOldAfter: Self.daysOfKey, page)
        case .lastActive: page.moment(known.lastActiveAt)
        default: "<span class=\"quiet\">\(page[.none])</span>"
        }
    }

    /// The days after which an access key should have been replaced.
    /// Source: AWS Security Hub, control IAM.3, "IAM users' access keys should be rotated every 90
    /// days or less". <https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html>
    private static let daysOfKey: Int64 = 90

    private static func unknown(_ page: PageContext) -> HTML {
        "<span class=\"quiet\">\(page[.notKnown])</span>"
    }

    /// How many days ago something was made, with the day itself as its title.
    private static func age(
        _ moment: Timestamp?, isOldAfter limit: Int64 = .max, _ page: PageContext
    ) -> HTML {
        guard let moment else { return "<span class=\"quiet\">\(page[.none])</span>" }
        let days = max(0, (page.now - moment).components.seconds / 86_400)
        let text: HTML = """
            <time datetime="\(moment.iso8601)" title="\(moment.iso8601)" class="no-break">\
            \(page[.days(days)])</time>
            """
        return days > limit ? "<span class=\"badge warning\">\(text)</span>" : text
    }
}
