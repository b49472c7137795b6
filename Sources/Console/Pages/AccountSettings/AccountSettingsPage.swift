import IAMModel
import Operations

/// The account's alias and its password policy.
struct AccountSettingsPage: SignedInPage {
    static let description = PageDescription(
        .accountSettings, title: .accountSettings, within: DashboardPage.self,
        navigationLabel: .accountSettings, searchWords: [.accountSettings])
    static let address = PageAddress<Self>(["console", "iam", "account-settings"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(try await Self.view(request), request.page))
        }
        guard let form = Form(rawValue: form) else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        var notice: Notice?
        let notNumbers =
            form == .setPolicy ? RulesForm.problems(request.fields, request.page) : .none
        let refused = try await request.problem {
            if notNumbers.isEmpty { notice = try await Self.submit(form, request) }
        }
        if let notice { return .redirect(AccountSettingsPage(), notice) }
        var view = try await Self.view(request)
        view.problems = notNumbers
        if form == .setPolicy { view.rules = RulesForm(request.fields) }
        if let refused {
            view.problems.add(
                refused,
                boxes: [
                    "AccountAlias": "alias", "MinimumPasswordLength": "length",
                    "MaxPasswordAge": "age", "PasswordReusePrevention": "remembered",
                ])
        }
        return .page(Self.render(view, request.page), status: 400)
    }

    private static func submit(_ form: Form, _ request: SignedInRequest) async throws -> Notice? {
        switch form {
        case .setAlias:
            try await request.run(
                IAM.CreateAccountAlias.self,
                .init(accountAlias: request.fields.trimmed("alias")))
            return .aliasSaved
        case .deleteAlias:
            try await request.run(
                IAM.DeleteAccountAlias.self, .init(accountAlias: request.principal.alias ?? ""))
            return .aliasDeleted
        case .setPolicy:
            try await request.run(
                IAM.UpdateAccountPasswordPolicy.self, RulesForm.input(request.fields))
            return .rulesSaved
        case .deletePolicy:
            try await request.run(IAM.DeleteAccountPasswordPolicy.self, .init())
            return .rulesDeleted
        }
    }

    private static func view(_ request: SignedInRequest) async throws -> View {
        do {
            let policy = try await request.run(
                IAM.GetAccountPasswordPolicy.self, .init()
            ).passwordPolicy
            return View(
                principal: request.principal, hasOwnRules: true, rules: RulesForm(policy))
        } catch let error as IAMError where error.code == IAM.Errors.noSuchEntity {
            return View(principal: request.principal, hasOwnRules: false, rules: RulesForm())
        }
    }
}

extension AccountSettingsPage.RulesForm {
    /// The account's own rules.
    init(_ policy: IAM.Shape.PasswordPolicy) {
        minimumLength = policy.minimumPasswordLength ?? 6
        requiresUppercase = policy.requireUppercaseCharacters ?? false
        requiresLowercase = policy.requireLowercaseCharacters ?? false
        requiresNumbers = policy.requireNumbers ?? false
        requiresSymbols = policy.requireSymbols ?? false
        maximumAgeDays = policy.maxPasswordAge
        remembered = policy.passwordReusePrevention
        usersMayChange = policy.allowUsersToChangePassword ?? false
        hardExpiry = policy.hardExpiry ?? false
    }

    /// What the form holds, to be shown again.
    init(_ fields: FormFields) {
        minimumLength = fields.integer("length") ?? 8
        requiresUppercase = fields.has("uppercase")
        requiresLowercase = fields.has("lowercase")
        requiresNumbers = fields.has("numbers")
        requiresSymbols = fields.has("symbols")
        maximumAgeDays = fields.integer("age")
        remembered = fields.integer("remembered")
        usersMayChange = fields.has("users-change")
        hardExpiry = fields.has("hard-expiry")
    }

    /// What the form asks the operation for. A number that is left empty is not set.
    static func input(_ fields: FormFields) -> IAM.UpdateAccountPasswordPolicy.Input {
        .init(
            minimumPasswordLength: fields.integer("length"),
            requireSymbols: fields.has("symbols"), requireNumbers: fields.has("numbers"),
            requireUppercaseCharacters: fields.has("uppercase"),
            requireLowercaseCharacters: fields.has("lowercase"),
            allowUsersToChangePassword: fields.has("users-change"),
            passwordReusePrevention: fields.integer("remembered"),
            maxPasswordAge: fields.integer("age"),
            hardExpiry: fields.has("hard-expiry"))
    }

    /// The boxes for numbers that hold something else.
    static func problems(_ fields: FormFields, _ page: PageContext) -> FormProblems {
        var problems = FormProblems.none
        for name in ["length", "age", "remembered"]
        where !fields.trimmed(name).isEmpty && fields.integer(name) == nil {
            problems.add(page[.notANumber], at: name)
        }
        return problems
    }
}
