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
