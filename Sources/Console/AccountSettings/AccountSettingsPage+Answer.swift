import IAMModel
import Operations

extension AccountSettingsPage {
    static func answer(_ visit: Visit, _ form: String?) async throws -> Reply {
        guard let form else { return .page(render(try await view(visit), visit.page)) }
        guard let form = Form(rawValue: form) else {
            return .page(ErrorPages.malformed(visit.page), status: 400)
        }
        var notice: Notice?
        let refused = try await visit.problem { notice = try await submit(form, visit) }
        if let notice { return .redirect(.accountSettings, notice) }
        var view = try await view(visit)
        if form == .setPolicy { view.rules = PasswordRules(visit.fields) }
        if let refused { view.problems.add(refused.message, at: form == .setAlias ? "alias" : nil) }
        return .page(render(view, visit.page), status: 400)
    }

    private static func submit(_ form: Form, _ visit: Visit) async throws -> Notice? {
        switch form {
        case .setAlias:
            try await visit.run(
                IAM.CreateAccountAlias.self, [("AccountAlias", visit.fields.trimmed("alias"))])
            return .aliasSaved
        case .deleteAlias:
            try await visit.run(
                IAM.DeleteAccountAlias.self, [("AccountAlias", visit.reader.alias)])
            return .aliasDeleted
        case .setPolicy:
            try await visit.run(
                IAM.UpdateAccountPasswordPolicy.self,
                PasswordRules.parameters(of: visit.fields))
            return .rulesSaved
        case .deletePolicy:
            try await visit.run(IAM.DeleteAccountPasswordPolicy.self)
            return .rulesDeleted
        }
    }

    private static func view(_ visit: Visit) async throws -> View {
        do {
            let policy = try await visit.run(IAM.GetAccountPasswordPolicy.self).passwordPolicy
            return View(reader: visit.reader, hasOwnRules: true, rules: PasswordRules(policy))
        } catch let error as IAMError where error.code == IAM.Errors.noSuchEntity {
            return View(reader: visit.reader, hasOwnRules: false, rules: PasswordRules())
        }
    }
}

extension AccountSettingsPage.PasswordRules {
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

    /// The form as parameters. A number that is none is sent as it is, for the operation to refuse.
    static func parameters(of fields: FormFields) -> [Visit.Parameter] {
        let flag = { (name: String) in fields.has(name) ? "true" : "false" }
        let number = { (name: String) -> String? in
            let text = fields.trimmed(name)
            return text.isEmpty ? nil : text
        }
        return [
            ("MinimumPasswordLength", number("length")),
            ("RequireUppercaseCharacters", flag("uppercase")),
            ("RequireLowercaseCharacters", flag("lowercase")),
            ("RequireNumbers", flag("numbers")), ("RequireSymbols", flag("symbols")),
            ("MaxPasswordAge", number("age")), ("PasswordReusePrevention", number("remembered")),
            ("AllowUsersToChangePassword", flag("users-change")),
            ("HardExpiry", flag("hard-expiry")),
        ]
    }
}
