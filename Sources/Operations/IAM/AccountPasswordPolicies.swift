import IAMIdentifiers
package import IAMModel
import Store

/// The operations on the account's policy for its users' passwords.
package enum AccountPasswordPolicies {
    static let operations: [any Handler.Type] = [
        IAM.UpdateAccountPasswordPolicy.self, IAM.GetAccountPasswordPolicy.self,
        IAM.DeleteAccountPasswordPolicy.self,
    ]

    /// The length asked for when the caller names none.
    /// Source: IAM API Reference, UpdateAccountPasswordPolicy, "MinimumPasswordLength".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html>
    static let defaultMinimumLength = 6

    /// Whether the account lets its users change their password and see the rules for it, without
    /// an identity-based policy that says so. The default policy does not.
    /// Source: IAM API Reference, PasswordPolicy, "AllowUsersToChangePassword".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html>
    static func allowsChange(_ call: Call) throws -> Bool {
        try call.tables.passwordPolicies.find(call.account)?.allowsChange ?? false
    }
}

extension IAM.UpdateAccountPasswordPolicy: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Sets the whole policy: what is left out goes back to its default.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let policy = AccountPasswordPolicy(
            minimumLength: input.minimumPasswordLength
                ?? AccountPasswordPolicies.defaultMinimumLength,
            requiresSymbols: input.requireSymbols ?? false,
            requiresNumbers: input.requireNumbers ?? false,
            requiresUppercase: input.requireUppercaseCharacters ?? false,
            requiresLowercase: input.requireLowercaseCharacters ?? false,
            allowsChange: input.allowUsersToChangePassword ?? false,
            maximumAgeDays: input.maxPasswordAge, reusePrevention: input.passwordReusePrevention,
            isExpiryHard: input.hardExpiry)
        try call.tables.passwordPolicies.set(policy, of: call.account)
        return Output()
    }
}

extension IAM.GetAccountPasswordPolicy: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target,
            accountAllows: AccountPasswordPolicies.allowsChange(call))
    }

    /// For an account without a password policy, this has another sentence than
    /// DeleteAccountPasswordPolicy. Source, an answer of AWS's in December 2023:
    /// <https://github.com/elastic/cloudbeat/issues/1751>
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard let policy = try call.tables.passwordPolicies.find(call.account) else {
            throw IAM.Errors.noSuchEntity(
                "The Password Policy with domain name \(call.account) cannot be found.")
        }
        return Output(
            passwordPolicy: IAM.Shape.PasswordPolicy(
                minimumPasswordLength: policy.minimumLength,
                requireSymbols: policy.requiresSymbols, requireNumbers: policy.requiresNumbers,
                requireUppercaseCharacters: policy.requiresUppercase,
                requireLowercaseCharacters: policy.requiresLowercase,
                allowUsersToChangePassword: policy.allowsChange,
                expirePasswords: policy.maximumAgeDays != nil,
                maxPasswordAge: policy.maximumAgeDays,
                passwordReusePrevention: policy.reusePrevention,
                hardExpiry: policy.isExpiryHard))
    }
}

extension IAM.DeleteAccountPasswordPolicy: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Source: AWS Tools for PowerShell, Remove-IAMAccountPasswordPolicy, example 1.
    /// <https://docs.aws.amazon.com/powershell/latest/reference/items/Remove-IAMAccountPasswordPolicy.html>
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard try call.tables.passwordPolicies.delete(call.account) else {
            throw IAM.Errors.noSuchEntity(
                "The account policy with name PasswordPolicy cannot be found.")
        }
        return Output()
    }
}
