import IAMModel
import Operations

/// The account: its name, whom to reach about it, and what is the root user's alone.
///
/// A section that the reader may not read shows the denial in its place. A section that is the
/// root user's alone is absent for everyone else.
struct AccountPage: SignedInPage {
    static let description = PageDescription(
        .account, title: .account, within: HomePage.self, searchWords: [.account])
    static let address = PageAddress<Self>(
        ["console", "account"], [.choice("edit", \.edit), .search("region", \.region)])

    /// The sections, in the order in which they stand on the page. The regions are many, so that
    /// they are the last.
    static let sections: [any AccountSection.Type] = [
        AccountNameSection.self, RootUserSection.self, ContactSection.self,
        AlternateContactsSection.self, BillingAccessSection.self, OwnershipSection.self,
        ClosingSection.self, RegionsSection.self,
    ]

    /// What is edited on a page of its own, with nothing else on it.
    enum Edit: String, Sendable {
        case contact, billing, operations, security
    }

    var edit: Edit?
    /// The regions that are searched for; empty for all.
    var region = ""

    /// What the page of a request edits; nil for nothing.
    static func edited(in request: SignedInRequest) -> Edit? {
        (request.page.current as? AccountPage)?.edit
    }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(try await Self.view(request), request.page))
        }
        for section in Self.sections where section.audience.includes(request.principal) {
            switch try await section.submit(form, request) {
            case nil: continue
            case .done(let notice): return .redirect(AccountPage(), notice)
            case .reply(let reply): return reply
            case .refused(let problems):
                var view = try await Self.view(request)
                view.refuse(section, problems, request.fields)
                return .page(Self.render(view, request.page), status: 400)
            }
        }
        return .page(ErrorPages.malformed(request.page), status: 400)
    }

    private static func view(_ request: SignedInRequest) async throws -> View {
        var view = View()
        let edited = edited(in: request)?.section
        for section in sections where section.audience.includes(request.principal) {
            if let edited, edited != section { continue }
            do {
                view.parts.append(.section(try await section.init(request)))
            } catch let error as IAMError where error.code == .accessDenied {
                view.parts.append(.denied(section.title, error.message))
            }
        }
        return view
    }
}

extension AccountPage.Edit {
    init(_ kind: AccountManagement.Shape.AlternateContactType) {
        self =
            switch kind {
            case .billing: .billing
            case .operations: .operations
            case .security: .security
            }
    }

    /// The alternate contact that is edited; nil for what is none.
    var alternateContact: AccountManagement.Shape.AlternateContactType? {
        switch self {
        case .contact: nil
        case .billing: .billing
        case .operations: .operations
        case .security: .security
        }
    }

    fileprivate var section: any AccountSection.Type {
        switch self {
        case .contact: ContactSection.self
        case .billing, .operations, .security: AlternateContactsSection.self
        }
    }
}
