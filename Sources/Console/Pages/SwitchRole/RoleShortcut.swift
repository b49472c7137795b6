import IAMIdentifiers

/// A role that was switched to in this browser, and how the reader wants to see it.
struct RoleShortcut: Sendable, Equatable {
    /// What marks the bar while the role acts.
    enum Colour: String, Sendable, CaseIterable {
        case blue, green, yellow, orange, red
    }

    /// The account's ID or alias, as it was typed.
    var account: String
    /// With its path, without the leading slash.
    var role: String
    /// What the reader calls it; empty for the names of the role and the account.
    var displayName = ""
    var colour: Colour?

    var label: String { displayName.isEmpty ? "\(role) @ \(account)" : displayName }

    /// The longest name of one's own, in bytes.
    static let longestDisplayName = 64

    /// Whether both are shortcuts to one role.
    func leads(where other: RoleShortcut) -> Bool {
        account.isExactly(other.account) && role.isExactly(other.role)
    }
}

/// The roles that were switched to last, the latest first. A cookie keeps them.
///
/// Source: IAM User Guide, "Switch from a user to an IAM role (console)": the last five roles are
/// listed in the menu.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html>
struct RoleShortcuts: Sendable, Equatable {
    private(set) var list: [RoleShortcut] = []

    static let kept = 5
    /// The longest list that is kept, in bytes before it is encoded: a cookie has 4,096.
    private static let longest = 1_000

    init() {}

    /// Reads what ``text`` wrote. Lines that it did not write are left out.
    init(_ text: String) {
        for line in text.parts(at: "\n").prefix(Self.kept) {
            let parts = line.parts(at: "\t")
            guard parts.count == 4, !parts[0].isEmpty, !parts[1].isEmpty else { continue }
            list.append(
                RoleShortcut(
                    account: parts[0], role: parts[1],
                    displayName: parts[2], colour: .init(rawValue: parts[3])))
        }
    }

    /// The list with a role at its head.
    func adding(_ shortcut: RoleShortcut) -> RoleShortcuts {
        var shortcuts = self
        shortcuts.list.removeAll { $0.leads(where: shortcut) }
        shortcuts.list.insert(shortcut, at: 0)
        while shortcuts.list.count > Self.kept || shortcuts.text.utf8.count > Self.longest {
            shortcuts.list.removeLast()
        }
        return shortcuts
    }

    var text: String {
        list.map { shortcut in
            [
                shortcut.account, shortcut.role, shortcut.displayName,
                shortcut.colour?.rawValue ?? "",
            ].joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// How the reader sees the role that acts; nil for one that is not in the list.
    func acting(as principal: SignedInPrincipal) -> RoleShortcut? {
        guard let role = principal.role, role.owner != nil else { return nil }
        return list.first { shortcut in
            shortcut.role.parts(at: "/").last?.isExactly(role.name) == true
                && (shortcut.account.isExactly(principal.account.description)
                    || principal.alias.map(shortcut.account.asciiLowercased.isExactly) == true)
        }
    }
}
