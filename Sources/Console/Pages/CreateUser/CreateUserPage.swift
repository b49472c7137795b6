import IAMIdentifiers
import IAMModel
import Operations

extension CreateUserPage {
    /// Users that may be copied from, as many as are listed.
    private static let shownUsers = 200

    static func answer(_ visit: Visit, _ form: String?) async throws -> Reply {
        guard let form else { return .page(render(View(), visit.page)) }
        guard let step = Form(rawValue: form) else {
            return .page(ErrorPages.malformed(visit.page), status: 400)
        }
        let draft = UserDraft(visit.fields)
        switch (step, visit.fields["go"]) {
        case (.details, _):
            let problems = detailProblems(draft, visit.page)
            guard problems.isEmpty else {
                let view = View(draft: draft, problems: problems)
                return .page(render(view, visit.page), status: 400)
            }
            return try await permissions(draft, visit)
        case (.permissions, "back"): return .page(render(View(draft: draft), visit.page))
        case (.permissions, "search"): return try await permissions(draft, visit)
        case (.permissions, _):
            guard draft.way != .copy || !draft.copied.isEmpty else {
                return try await permissions(
                    draft, visit, .one(visit.page[.chooseUserToCopy]))
            }
            return review(draft, visit)
        case (.review, "back"): return try await permissions(draft, visit)
        case (.review, _): return try await create(draft, visit)
        }
    }

    /// What the operation would refuse later, in its own sentence.
    private static func detailProblems(_ draft: UserDraft, _ page: PageContext) -> FormProblems {
        var problems = FormProblems()
        if draft.name.isEmpty {
            problems.add(page[.enterUserName], at: "user")
        } else if let sentence = Visit.refusal(
            IAM.CreateUser.self, .init(userName: draft.name))
        {
            problems.add(sentence, at: "user")
        }
        if draft.hasConsoleAccess, !draft.generatesPassword, draft.password.isEmpty {
            problems.add(page[.enterPassword], at: "password")
        }
        return problems
    }

    private static func permissions(
        _ draft: UserDraft, _ visit: Visit, _ problems: FormProblems = FormProblems()
    ) async throws -> Reply {
        var offers = PermissionOffers()
        offers.search = String(visit.fields.trimmed("search").prefix(200))
        offers.groups = try await visit.permitted {
            try await visit.all(IAM.ListGroups.self, .init()) { $0.groups.map(\.groupName) }
        }
        let users = try await visit.permitted {
            try await visit.all(IAM.ListUsers.self, .init()) { $0.users.compactMap(\.userName) }
        }
        offers.users = Array(users.prefix(shownUsers))
        let policies = try await visit.permitted { try await PoliciesPage.rows(visit) }
        offers.policies = Ranking.matching(policies, for: offers.search, by: \.name).map {
            PermissionOffers.Policy(name: $0.name, arn: $0.arn, uses: $0.uses)
        }
        let view = View(step: .permissions, draft: draft, offers: offers, problems: problems)
        return .page(render(view, visit.page), status: problems.isEmpty ? 200 : 400)
    }

    private static func review(
        _ draft: UserDraft, _ visit: Visit, _ problems: FormProblems = FormProblems()
    ) -> Reply {
        let view = View(
            step: .review, draft: draft, review: summary(of: draft, visit.page),
            problems: problems)
        return .page(render(view, visit.page), status: problems.isEmpty ? 200 : 400)
    }

    private static func summary(of draft: UserDraft, _ page: PageContext) -> [(Phrase, HTML)] {
        var rows: [(Phrase, HTML)] = [
            (.userName, "\(draft.name)"),
            (.consoleAccess, "\(page[draft.hasConsoleAccess ? .yes : .no])"),
        ]
        if draft.hasConsoleAccess {
            rows.append(
                (
                    .consolePassword,
                    "\(page[draft.generatesPassword ? .generatePassword : .typePassword])"
                ))
            rows.append(
                (.mustChangeAtNextSignIn, "\(page[draft.mustChangePassword ? .yes : .no])"))
        }
        let names =
            switch draft.way {
            case .group: draft.groups
            case .copy: [draft.copied]
            case .policy:
                draft.policies.compactMap { $0.parts(at: "/", keepingEmpty: false).last }
            }
        let chips = names.map { page.badge($0) }
        let way: Phrase =
            switch draft.way {
            case .group: .addUserToGroup
            case .copy: .copyPermissions
            case .policy: .attachDirectly
            }
        rows.append(
            (
                way,
                chips.isEmpty
                    ? "\(page[.noPermissionsYet])" : "<span class=\"chips\">\(chips)</span>"
            ))
        return rows
    }

    private static func create(_ draft: UserDraft, _ visit: Visit) async throws -> Reply {
        var creation = UserCreation(draft, visit)
        let refused = try await visit.problem { try await creation.createUser() }
        if let refused {
            return review(draft, visit, .one(refused.message))
        }
        let problems = await creation.giveEverything()
        let view = UserCreatedPage.View(
            name: draft.name, password: creation.password, problems: problems,
            reader: visit.reader)
        return .page(UserCreatedPage.render(view, visit.page))
    }
}
