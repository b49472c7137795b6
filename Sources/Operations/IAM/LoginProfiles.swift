import Credentials
import IAMIdentifiers
package import IAMModel
package import Store

/// The operations on login profiles, the passwords with which IAM users sign in to the console.
///
/// A root user's password is the account's and not managed here.
package enum LoginProfiles {
    static let operations: [any Handler.Type] = [
        IAM.CreateLoginProfile.self, IAM.GetLoginProfile.self, IAM.UpdateLoginProfile.self,
        IAM.DeleteLoginProfile.self, IAM.ChangePassword.self,
    ]

    static let sessionDurationIsNotSupported =
        "The parameter MaxSigninSessionDuration is not supported here: sessions last 12 hours at "
        + "most. Leave it out."
}

extension Call {
    /// Whose login profile is meant: the user named, or the caller.
    func loginProfileOwner(_ name: String?) throws -> Target<User> {
        if let name { return try tables.user(named: name) }
        if let user = principal.user { return try callingUser(user) }
        return Target(principal.arn.description, of: account, .failure(Users.mustBeNamed))
    }

    /// A user's login profile.
    /// - Throws: `NoSuchEntity` when the user has none.
    func loginProfile(of user: User) throws -> LoginProfile {
        guard let profile = try tables.loginProfiles.find(user.id) else {
            throw IAM.Errors.noSuchEntity("Login Profile for User \(user.name) cannot be found.")
        }
        return profile
    }

    /// The hash to keep for a user's new password, once the account's policy accepts it.
    /// - Parameter parameter: the one of the API that holds the password.
    /// - Throws: `PasswordPolicyViolation`; `ServiceUnavailable` when what was prepared before this
    ///   transaction was overtaken by another.
    func acceptedHash(
        of new: Secret, for user: User, _ parameter: String = "Password"
    ) throws -> String {
        guard let account = try tables.accounts.find(account) else { throw IAMError.serviceFailure }
        let policy = try tables.passwordPolicies.find(account.id)
        if let violation = PasswordRules.violation(of: new, by: policy, in: account) {
            throw IAM.Errors.passwordPolicyViolation(violation.description, about: parameter)
        }
        guard let prepared else { throw IAMError.serviceUnavailable }
        if let violation = prepared.violation {
            throw IAM.Errors.passwordPolicyViolation(violation.description, about: parameter)
        }
        guard let hash = prepared.newHash else { throw IAMError.serviceUnavailable }
        for earlier in try tables.passwordHistory.latest(policy?.reusePrevention ?? 0, of: user.id)
        {
            guard let isSame = prepared.comparisons[earlier] else {
                throw IAMError.serviceUnavailable
            }
            if isSame {
                throw IAM.Errors.passwordPolicyViolation(
                    PasswordViolation.usedBefore.description, about: parameter)
            }
        }
        return hash
    }

    /// Whether a password has to be replaced, by another one: an administrator asked for that, or
    /// it is too old.
    func mustReplace(_ profile: LoginProfile) throws -> Bool {
        let policy = try tables.passwordPolicies.find(account)
        return profile.isResetRequired
            || policy?.isExpired(setAt: profile.changedAt, now: now) == true
    }

    /// Ends a principal's sessions of the console, but for the one that asks.
    func endSessions(of principal: UniqueID) throws {
        let asking = caller.principalID == principal ? caller.webSession : nil
        try tables.webSessions.deleteAll(
            of: principal, in: account, keeping: asking?.description)
    }
}

extension IAM.CreateLoginProfile: ChangingHandler {
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        try await PasswordPreparation(caller, facts, services)
            .prepare(Self.self, input, new: input.password)
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.loginProfileOwner(input.userName)
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        if input.maxSigninSessionDuration != nil {
            // InvalidInput is not among the errors that this operation declares.
            throw IAMError.validationError(
                LoginProfiles.sessionDurationIsNotSupported, about: "MaxSigninSessionDuration")
        }
        guard let new = input.password else {
            // Optional in the model for sessions of AssumeRoot alone.
            throw IAMError.validationError(
                "1 validation error detected: Value at 'password' failed to satisfy "
                    + "constraint: Member must not be null", about: "Password")
        }
        guard try call.tables.loginProfiles.find(user.id) == nil else {
            throw IAM.Errors.entityAlreadyExists(
                "Login Profile for user \(user.name) already exists.", about: "UserName")
        }
        let profile = LoginProfile(
            account: call.account, user: user.id,
            passwordHash: try call.acceptedHash(of: new, for: user),
            isResetRequired: input.passwordResetRequired ?? false, createdAt: call.now,
            changedAt: call.now)
        guard try call.tables.loginProfiles.insert(profile) else {
            throw IAMError.serviceUnavailable
        }
        try call.tables.passwordHistory.append(profile.passwordHash, of: user.id)
        return Output(loginProfile: IAM.Shape.LoginProfile(profile, of: user))
    }
}

extension IAM.Shape.LoginProfile {
    init(_ profile: LoginProfile, of user: User) {
        self.init(
            userName: user.name, createDate: profile.createdAt,
            passwordResetRequired: profile.isResetRequired)
    }
}

extension IAM.GetLoginProfile: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.loginProfileOwner(input.userName)
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        Output(loginProfile: IAM.Shape.LoginProfile(try call.loginProfile(of: user), of: user))
    }
}

extension IAM.UpdateLoginProfile: ChangingHandler {
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        try await PasswordPreparation(caller, facts, services)
            .prepare(Self.self, input, new: input.password)
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.tables.user(named: input.userName)
    }

    /// Changes what is given and leaves the rest. A new password ends the user's sessions.
    ///
    /// No profile has a MaxSigninSessionDuration, so that ResetMaxSigninSessionDuration has no
    /// effect, whatever it says.
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        if input.maxSigninSessionDuration != nil {
            throw IAM.Errors.invalidInput(
                LoginProfiles.sessionDurationIsNotSupported, about: "MaxSigninSessionDuration")
        }
        var profile = try call.loginProfile(of: user)
        profile.isResetRequired = input.passwordResetRequired ?? profile.isResetRequired
        if let new = input.password {
            profile.passwordHash = try call.acceptedHash(of: new, for: user)
            profile.changedAt = call.now
            try call.tables.passwordHistory.append(profile.passwordHash, of: user.id)
            try call.endSessions(of: user.id)
        }
        try call.tables.loginProfiles.update(profile)
        return Output()
    }
}

extension IAM.DeleteLoginProfile: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.loginProfileOwner(input.userName)
    }

    /// Takes the password away and ends the sessions it opened. Access keys stay as they are.
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        _ = try call.loginProfile(of: user)
        try call.tables.loginProfiles.delete(user.id)
        try SignInPlaceTable(call.transaction).deleteAll(of: user.id, in: call.account)
        try call.tables.webSessions.deleteAll(of: user.id, in: call.account)
        return Output()
    }
}

extension IAM.ChangePassword: ChangingHandler {
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        try await PasswordPreparation(caller, facts, services)
            .prepare(Self.self, input, old: input.oldPassword, new: input.newPassword)
    }

    /// The calling user. A root user's password is not changed this way.
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        guard let user = call.principal.user else {
            return Target(
                call.principal.arn.description, of: call.account,
                .failure(
                    IAM.Errors.invalidUserType("Only IAM Users can change their own password")))
        }
        return try call.callingUser(user)
    }

    package static func authorize(
        _ input: Input, _ target: Target<User>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, accountAllows: AccountPasswordPolicies.allowsChange(call))
    }

    /// An expired password can be changed too, whatever `HardExpiry` says: that binds the console.
    /// Source: IAM API Reference, UpdateAccountPasswordPolicy, "HardExpiry".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html>
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        var profile = try call.loginProfile(of: user)
        guard let prepared = call.prepared else { throw IAMError.serviceUnavailable }
        guard prepared.verifiedHash == profile.passwordHash else {
            throw IAMError(
                .accessDenied, "The old password was incorrect.", about: "OldPassword")
        }
        let accepted = try call.acceptedHash(of: input.newPassword, for: user, "NewPassword")
        if input.newPassword == input.oldPassword, try call.mustReplace(profile) {
            throw IAM.Errors.passwordPolicyViolation(
                PasswordViolation.usedBefore.description, about: "NewPassword")
        }
        profile.passwordHash = accepted
        profile.isResetRequired = false
        profile.changedAt = call.now
        try call.tables.loginProfiles.update(profile)
        try call.tables.passwordHistory.append(profile.passwordHash, of: user.id)
        try call.endSessions(of: user.id)
        return Output()
    }
}
