import AWSWire
import IAMIdentifiers
import IAMModel
import Operations

/// Where somebody who is signed in takes on a role, or becomes who they were again. A link to it
/// fills the form in.
///
/// Source: IAM User Guide, "Switch from a user to an IAM role (console)", for the names in the
/// address. <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html>
struct SwitchRolePage: SignedInPage {
    static let description = PageDescription(
        .switchRole, title: .switchRole, searchWords: [.switchRole])
    static let address = PageAddress<Self>(
        ["switchrole"],
        [
            .text("account", \.account), .text("roleName", \.role),
            .text("displayName", \.displayName), .choice("color", \.colour),
        ])

    enum Form: String {
        case switchRole = "switch-role"
        case switchBack = "switch-back"
    }

    /// The longest path and name of a role, in bytes.
    static let longestRole = 576

    var account = ""
    var role = ""
    var displayName = ""
    var colour: RoleShortcut.Colour?

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            let view = View(
                shortcut: RoleShortcut(
                    account: account, role: role, displayName: displayName, colour: colour))
            return .page(Self.render(view, request.page))
        }
        switch Form(rawValue: form) {
        case .switchRole: return try await Self.switchRole(request)
        case .switchBack:
            try await request.signIn.switchBack(in: request.signedIn, request.facts)
            return .redirect(HomePage(), .switchedBack)
        case nil: return .page(ErrorPages.malformed(request.page), status: 400)
        }
    }

    private static func switchRole(_ request: SignedInRequest) async throws -> Reply {
        var view = View(shortcut: shortcut(in: request.fields))
        if view.shortcut.account.isEmpty {
            view.problems.add(request.page[.enterAccount], at: "account")
        }
        if view.shortcut.role.isEmpty {
            view.problems.add(request.page[.enterRoleName], at: "roleName")
        }
        if view.shortcut.role.utf8.count > longestRole {
            view.shortcut.role = ""
            view.problems.add(request.page[.enterRoleName], at: "roleName")
        }
        if view.shortcut.displayName.utf8.count > RoleShortcut.longestDisplayName {
            view.problems.add(request.page[.displayNameTooLong], at: "displayName")
        }
        guard view.problems.isEmpty else {
            return .page(render(view, request.page), status: 400)
        }
        do {
            guard
                let arn = try await request.signIn.roleARN(
                    view.shortcut.role, in: view.shortcut.account)
            else {
                throw IAMError.accessDenied("")
            }
            try await request.signIn.switchRole(
                to: arn.description, in: request.signedIn, request.facts)
        } catch let error as IAMError
            where error.code != .serviceFailure && error.code != .invalidClientTokenId
        {
            view.problems = .one(request.page[.cannotSwitchRole])
            // The sentence names the account's ID. Whoever knows an alias need not know that.
            view.denial = AccountID(view.shortcut.account) == nil ? "" : error.message
            return .page(render(view, request.page), status: error.code.status)
        }
        let shortcuts = request.page.shortcuts.adding(view.shortcut)
        return .redirect(
            HomePage(), .roleSwitched,
            cookies: [request.cookies.set(.roles, shortcuts.text, isLasting: true)])
    }

    /// What was typed, without control characters: the cookie keeps each role on a line of its own.
    private static func shortcut(in fields: FormFields) -> RoleShortcut {
        func line(_ name: String) -> String {
            String(fields.trimmed(name).unicodeScalars.filter { $0.value >= 0x20 })
        }
        return RoleShortcut(
            account: line("account"), role: line("roleName"), displayName: line("displayName"),
            colour: .init(rawValue: fields["color"]))
    }
}
