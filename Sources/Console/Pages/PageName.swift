/// Every page there is. Navigation and search list them in this order.
enum PageName: String, Sendable, CaseIterable {
    // The way in.
    case signIn, accountSignIn, rootPassword, secondFactor, passwordChange, forgottenPassword
    case resetPassword, acceptOwnership, reopenAccount, closedAccount
    case lostDevice, recoverMFA, cancelRecovery
    case samlSignIn, samlProviderSignIn, federation
    case signOut, signUp
    // The bar at the top of every page.
    case preferences, search, switchRole
    // IAM.
    case dashboard
    case users, user, createUser
    case groups, group, createGroup
    case roles, role, createRole
    case policies, policy, createPolicy, findPolicies, inlinePolicy
    case identityProviders, samlProvider, openIDConnectProvider, createIdentityProvider
    case simulation
    case credentialReport, credentialReportFile, unusedAccess
    case eventHistory, event
    case accountSettings
    // One's own.
    case account, securityCredentials, assignDevice, keyFile
    case changeEmail, changeRootPassword, transferOwnership, closeAccount, confirmIdentity
    case home

    /// The page, and whether it needs a session.
    var route: Route {
        switch self {
        case .signIn: .open(SignInPage.self)
        case .accountSignIn: .open(AccountSignInPage.self)
        case .rootPassword: .open(RootPasswordPage.self)
        case .secondFactor: .open(SecondFactorPage.self)
        case .lostDevice: .open(LostDevicePage.self)
        case .recoverMFA: .open(RecoverMFAPage.self)
        case .cancelRecovery: .signedIn(CancelRecoveryPage.self)
        case .passwordChange: .open(PasswordChangePage.self)
        case .forgottenPassword: .open(ForgottenPasswordPage.self)
        case .resetPassword: .open(ResetPasswordPage.self)
        case .acceptOwnership: .open(AcceptOwnershipPage.self)
        case .reopenAccount: .open(ReopenAccountPage.self)
        case .closedAccount: .open(ClosedAccountPage.self)
        case .samlSignIn: .open(SAMLSignInPage.self)
        case .samlProviderSignIn: .open(SAMLProviderSignInPage.self)
        case .federation: .open(FederationPage.self)
        case .signOut: .open(SignOutPage.self)
        case .signUp: .open(SignUpPage.self)
        case .preferences: .open(PreferencesPage.self)
        case .search: .signedIn(SearchPage.self)
        case .switchRole: .signedIn(SwitchRolePage.self)
        case .dashboard: .signedIn(DashboardPage.self)
        case .users: .signedIn(UsersPage.self)
        case .user: .signedIn(UserPage.self)
        case .createUser: .signedIn(CreateUserPage.self)
        case .groups: .signedIn(GroupsPage.self)
        case .group: .signedIn(GroupPage.self)
        case .createGroup: .signedIn(CreateGroupPage.self)
        case .roles: .signedIn(RolesPage.self)
        case .role: .signedIn(RolePage.self)
        case .createRole: .signedIn(CreateRolePage.self)
        case .policies: .signedIn(PoliciesPage.self)
        case .policy: .signedIn(PolicyPage.self)
        case .createPolicy: .signedIn(CreatePolicyPage.self)
        case .findPolicies: .signedIn(FindPoliciesPage.self)
        case .inlinePolicy: .signedIn(InlinePolicyPage.self)
        case .identityProviders: .signedIn(IdentityProvidersPage.self)
        case .samlProvider: .signedIn(SAMLProviderPage.self)
        case .openIDConnectProvider: .signedIn(OpenIDConnectProviderPage.self)
        case .createIdentityProvider: .signedIn(CreateIdentityProviderPage.self)
        case .simulation: .signedIn(SimulationPage.self)
        case .credentialReport: .signedIn(CredentialReportPage.self)
        case .credentialReportFile: .signedIn(CredentialReportFilePage.self)
        case .unusedAccess: .signedIn(UnusedAccessPage.self)
        case .eventHistory: .signedIn(EventHistoryPage.self)
        case .event: .signedIn(EventPage.self)
        case .accountSettings: .signedIn(AccountSettingsPage.self)
        case .account: .signedIn(AccountPage.self)
        case .securityCredentials: .signedIn(SecurityCredentialsPage.self)
        case .assignDevice: .signedIn(AssignDevicePage.self)
        case .keyFile: .signedIn(KeyFilePage.self)
        case .changeEmail: .signedIn(ChangeEmailPage.self)
        case .changeRootPassword: .signedIn(ChangeRootPasswordPage.self)
        case .transferOwnership: .signedIn(TransferOwnershipPage.self)
        case .closeAccount: .signedIn(CloseAccountPage.self)
        case .confirmIdentity: .signedIn(ConfirmIdentityPage.self)
        case .home: .signedIn(HomePage.self)
        }
    }
}
