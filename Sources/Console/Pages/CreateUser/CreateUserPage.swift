import IAMIdentifiers
import IAMModel
import Operations

/// Creating a user in three steps: details, permissions, review. Back keeps what was typed.
struct CreateUserPage: SignedInPage {
    static let description = PageDescription(
        .createUser, title: .createUser, within: UsersPage.self, searchWords: [.createUser])
    static let address = PageAddress<Self>(
        ["console", "iam", "create-user"],
        [.flag("for", is: "administrator", \.isForAdministrator)])

    /// Creating a user who may do everything, in place of the root user.
    static let forAdministrator = CreateUserPage(isForAdministrator: true)

    /// Whether the form begins with what an administrator needs. All of it can be changed.
    var isForAdministrator = false

    /// Users that may be copied from, as many as are listed.
    private static let shownUsers = 200

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            let draft = isForAdministrator ? UserDraft.administrator : UserDraft()
            return .page(Self.render(View(draft: draft), request.page))
        }
        guard let step = Form(rawValue: form) else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        let draft = UserDraft(request.fields)
        switch (step, request.fields["go"]) {
        case (.details, _):
            let problems = Self.detailProblems(draft, request.page)
            guard problems.isEmpty else {
                let view = View(draft: draft, problems: problems)
                return .page(Self.render(view, request.page), status: 400)
            }
            return try await Self.permissions(draft, request)
        case (.permissions, "back"): return .page(Self.render(View(draft: draft), request.page))
        case (.permissions, "search"): return try await Self.permissions(draft, request)
        case (.permissions, _):
            guard draft.permissionsOption != .copy || !draft.copied.isEmpty else {
                return try await Self.permissions(
                    draft, request, .one(request.page[.chooseUserToCopy]))
            }
            return Self.review(draft, request)
        case (.review, "back"): return try await Self.permissions(draft, request)
        case (.review, _): return try await Self.create(draft, request)
        }
    }

    /// The boxes of the first step, by the parameters that they become.
    private static let boxes: KeyValuePairs = ["UserName": "user"]

    /// What the operation would refuse later, in its own sentence.
    private static func detailProblems(_ draft: UserDraft, _ page: PageContext) -> FormProblems {
        var problems = FormProblems()
        if draft.name.isEmpty {
            problems.add(page[.enterUserName], at: "user")
        } else if let refused = SignedInRequest.refusal(
            IAM.CreateUser.self, .init(userName: draft.name))
        {
            problems.add(refused, boxes: boxes)
        }
        if draft.hasConsoleAccess, !draft.generatesPassword, draft.password.isEmpty {
            problems.add(page[.enterPassword], at: "password")
        }
        return problems
    }

    private static func permissions(
        _ draft: UserDraft, _ request: SignedInRequest, _ problems: FormProblems = FormProblems()
    ) async throws -> Reply {
        var offers = PermissionOffers()
        offers.groups = try await request.permitted {
            try await request.all(IAM.ListGroups.self, .init()) { $0.groups.map(\.groupName) }
        }
        offers.users = try await request.permitted {
            try await request.run(UserList.self, ListQuery(size: shownUsers)).rows
                .compactMap(\.userName)
        }
        try await offers.loadPolicies(request)
        let view = View(step: .permissions, draft: draft, offers: offers, problems: problems)
        return .page(render(view, request.page), status: problems.isEmpty ? 200 : 400)
    }

    private static func review(
        _ draft: UserDraft, _ request: SignedInRequest, _ problems: FormProblems = FormProblems()
    ) -> Reply {
        let view = View(
            step: .review, draft: draft, review: summary(of: draft, request.page),
            problems: problems)
        return .page(render(view, request.page), status: problems.isEmpty ? 200 : 400)
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
            switch draft.permissionsOption {
            case .group: draft.groups
            case .copy: [draft.copied]
            case .policy:
                draft.policies.compactMap { $0.parts(at: "/", keepingEmpty: false).last }
            }
        let chips = names.map { page.badge($0) }
        let way: Phrase =
            switch draft.permissionsOption {
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

    private static func create(_ draft: UserDraft, _ request: SignedInRequest) async throws -> Reply
    {
        var creation = UserCreation(draft, request)
        let refused = try await request.problem { try await creation.createUser() }
        if let refused {
            let problems = FormProblems.one(refused, boxes: boxes)
            // The name is typed on the first step.
            guard problems.message(at: "user") == nil else {
                let view = View(draft: draft, problems: problems)
                return .page(render(view, request.page), status: 400)
            }
            return review(draft, request, problems)
        }
        let problems = await creation.giveEverything()
        let view = UserCreatedPage.View(
            name: draft.name, password: creation.password, problems: problems,
            principal: request.principal)
        var page = request.page
        if request.principal.isRoot {
            // The new user may be the first with whom the root user can go on.
            page.administrator = try await request.pipeline.services.administrator(
                of: request.principal.account)
        }
        return .page(UserCreatedPage.render(view, page))
    }
}
