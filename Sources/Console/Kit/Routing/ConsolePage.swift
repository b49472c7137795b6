/// A page of the console.
///
/// Its stored properties are what its address says, so that a value of the type is a link to the
/// page. It is a ``PublicPage`` or a ``SignedInPage``.
protocol ConsolePage: Sendable, Hashable {
    static var description: PageDescription { get }

    /// How its address is read and written.
    static var address: PageAddress<Self> { get }

    /// The page at the address that says nothing beside its fixed parts.
    init()
}

/// A page that needs no session, and answers who has one alike.
protocol PublicPage: ConsolePage {
    func answer(_ request: PublicRequest) async throws -> Reply
}

/// A page of someone signed in. Everyone else is led to sign in first.
protocol SignedInPage: ConsolePage {
    func answer(_ request: SignedInRequest) async throws -> Reply
}

/// What is to be known of a page beside its address.
struct PageDescription: Sendable {
    /// Which page it is. The name routes it: a page without one does not compile, and neither does
    /// a name without a page.
    var name: PageName
    /// What breadcrumbs, navigation and search results call it; nil for a page that none of them
    /// leads to.
    var title: Phrase?
    /// The page above it in the breadcrumb.
    var parent: (any ConsolePage.Type)?
    /// Its entry in the side navigation; nil for a page that has none.
    var navigationLabel: Phrase?
    /// What search finds it by, in every language; nothing for a page that it does not find.
    var searchWords: [Phrase]
    var audience: Audience

    init(
        _ name: PageName, title: Phrase? = nil, within parent: (any ConsolePage.Type)? = nil,
        navigationLabel: Phrase? = nil, searchWords: [Phrase] = [],
        audience: Audience = .everyone
    ) {
        self.name = name
        self.title = title
        self.parent = parent
        self.navigationLabel = navigationLabel
        self.searchWords = searchWords
        self.audience = audience
    }
}

/// Who of those who are signed in may see a page. For everyone else nothing is at its address, in
/// the navigation or among what search finds.
enum Audience: Sendable {
    case everyone, rootUser, iamUsers

    func includes(_ principal: SignedInPrincipal) -> Bool {
        switch self {
        case .everyone: true
        case .rootUser: principal.isRoot
        case .iamUsers: !principal.isRoot
        }
    }
}

extension ConsolePage {
    /// The path with its query, ready for `href`, `action` and `Location`.
    var href: String { Self.address.text(of: self) }

    /// The path without its query, as the `action` of a form whose fields are the query.
    var path: String { Self.address.path(of: self) }

    /// The query's names and values.
    var parameters: [(String, String)] { Self.address.parameters(of: self) }

    /// The pages above it, outermost first.
    static var trail: [any ConsolePage.Type] { description.parent.map { $0.trail + [$0] } ?? [] }

    /// The page whose entry in the side navigation stands for this one: itself or the nearest above
    /// it. The outermost stands for itself alone.
    static var section: (any ConsolePage.Type)? {
        if description.navigationLabel != nil { return self }
        return trail.dropFirst().last { $0.description.navigationLabel != nil }
    }
}
