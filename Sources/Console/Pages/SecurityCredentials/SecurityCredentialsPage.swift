import IAMIdentifiers
import IAMModel
import Operations

extension SecurityCredentialsPage {
    /// - Parameters:
    ///   - continued: whether the root user has seen the warning.
    ///   - open: the section that is open.
    static func answer(
        _ continued: Bool, _ open: ConsolePath.CredentialsSection?, _ visit: Visit, _ form: String?
    ) async throws -> Reply {
        guard let form else {
            if visit.reader.isRoot && !continued {
                return .page(RootWarningPage.render(visit.page))
            }
            return .page(render(try await view(open, visit), visit.page))
        }
        if Form(rawValue: form) == .changePassword { return try await changePassword(visit) }
        if SessionList.Form(rawValue: form) == .end {
            try await visit.signIn.endSession(
                visit.fields["session"], of: visit.caller, visit.facts)
            return .redirect(
                .securityCredentials(continued: visit.reader.isRoot, open: .sessions),
                .sessionClosed)
        }
        let back = ConsolePath.securityCredentials(
            continued: visit.reader.isRoot, open: .accessKeys)
        let (reply, problems) = try await AccessKeyTable.submit(
            form, ofUser: nil, named: visit.reader, back: back, visit)
        if let reply { return reply }
        var view = try await view(.accessKeys, visit)
        view.problems = problems
        return .page(render(view, visit.page), status: 409)
    }

    private static func view(
        _ open: ConsolePath.CredentialsSection?, _ visit: Visit
    ) async throws -> View {
        var view = View(reader: visit.reader, arn: visit.arn.description, keys: [], open: open)
        do {
            view.keys = try await AccessKeyTable.rows(ofUser: nil, visit)
        } catch let error as IAMError where error.code == .accessDenied {
            view.denial = error.message
        }
        view.sessions = try await visit.signIn.summaries(of: visit.caller, at: visit.facts.now)
        return view
    }

    private static func changePassword(_ visit: Visit) async throws -> Reply {
        var problems = PasswordChangePage.problems(in: visit.fields, visit.page)
        if problems.isEmpty {
            do {
                try await change(visit)
            } catch let error as AccountRefusal {
                problems = refused(error, visit.page)
            } catch let error as IAMError where error.code != .invalidClientTokenId {
                problems.add(error.message, at: "new")
            }
        }
        let done = ConsolePath.securityCredentials(continued: visit.reader.isRoot, open: .password)
        guard !problems.isEmpty else { return .redirect(done, .passwordChanged) }
        var view = try await view(.password, visit)
        view.problems = problems
        return .page(render(view, visit.page), status: 400)
    }

    /// The root user's password is not IAM's; an IAM user's is, with its permissions and rules.
    private static func change(_ visit: Visit) async throws {
        let (old, new) = (Secret(visit.fields["current"]), Secret(visit.fields["new"]))
        if visit.reader.isRoot {
            try await RootUser(visit.pipeline.services).changePassword(
                from: old, to: new, as: visit.caller, visit.facts)
        } else {
            try await visit.run(
                IAM.ChangePassword.self, .init(oldPassword: old, newPassword: new))
        }
    }

    private static func refused(_ refusal: AccountRefusal, _ page: PageContext) -> FormProblems {
        switch refusal {
        case .wrongPassword: .one(page[.wrongPassword], at: "current")
        case .passwordNotAccepted(let violation): .one(page[Phrase(violation)], at: "new")
        case .tooManyAttempts: .one(page[.tooManyAttempts])
        case .setupLinkNotValid, .emailNotValid, .emailTaken, .nameNotValid,
            .accountIDTaken, .noSuchAccount, .notRootUser:
            .one(page[.refusedTitle])
        }
    }
}
