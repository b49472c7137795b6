/// Which page answers at which address.
enum Routes {
    /// The pages that need no session; nil for one that does.
    static func outside(_ path: ConsolePath, _ guest: Guest) async throws -> Reply? {
        switch path {
        case .signUp(let token): try await SignUpPage.answer(token, guest)
        case .signIn(let asRoot): try await SignInPage.answer(asRoot: asRoot, account: nil, guest)
        case .accountSignIn(let account):
            try await SignInPage.answer(asRoot: false, account: account, guest)
        case .rootPassword: try await RootPasswordPage.answer(guest)
        case .passwordChange: try await PasswordChangePage.answer(guest)
        case .forgottenPassword: .page(ForgottenPasswordPage.render(guest.page))
        case .signOut: try await SignOutPage.answer(guest)
        case .preferences: Preferences.answer(guest)
        default: nil
        }
    }

    /// The pages of someone signed in.
    /// - Parameter form: the name of the form that was posted; nil when the page is only looked at.
    static func inside(
        _ path: ConsolePath, _ visit: Visit, form: String?
    ) async throws -> Reply {
        switch path {
        case .home: try await HomePage.load(visit)
        case .search(let text): try await SearchPage.load(text, visit)
        case .securityCredentials(let continued, let open):
            try await SecurityCredentialsPage.answer(continued, open, visit, form)
        case .keyFile: KeyFile.answer(visit, form)
        case .dashboard: try await DashboardPage.load(visit)
        case .users(let list): try await UsersPage.load(list.query, visit)
        case .createUser: try await CreateUserPage.answer(visit, form)
        case .user(let name, let tab): try await UserPage.answer(name, tab, visit, form)
        case .groups(let list): try await GroupsPage.load(list.query, visit)
        case .createGroup: try await CreateGroupPage.answer(visit, form)
        case .group(let name, let tab): try await GroupPage.answer(name, tab, visit, form)
        case .policies(let list): try await PoliciesPage.load(list.query, visit)
        case .createPolicy: try await CreatePolicyPage.answer(visit, form)
        case .policy(let arn, let tab): try await PolicyPage.answer(arn, tab, visit, form)
        case .simulation(let subject):
            try await SimulationPage.answer(subject, visit, form)
        case .accountSettings: try await AccountSettingsPage.answer(visit, form)
        default: .page(ErrorPages.notFound(nil, visit.page), status: 404)
        }
    }
}
