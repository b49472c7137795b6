/// One section of the account page: what it reads, what it shows and what its forms do.
protocol AccountSection: Sendable {
    static var title: Phrase { get }
    /// Who sees it. On the page of everyone else it is absent.
    static var audience: Audience { get }

    /// Reads what it shows.
    /// - Throws: ``IAMError``. When the reader may not read it, the denial stands in its place.
    init(_ request: SignedInRequest) async throws

    /// Does what one of its forms asks for.
    /// - Parameter form: the name of the form.
    /// - Returns: nil when the form is another section's.
    static func submit(_ form: String, _ request: SignedInRequest) async throws -> AccountAnswer?

    /// Puts what was typed into a refused form in the place of what was read.
    mutating func keep(_ fields: FormFields)

    /// - Parameter problems: what was wrong with the form, if it was one of this section's.
    func render(_ problems: FormProblems, _ page: PageContext) -> HTML
}

extension AccountSection {
    static var audience: Audience { .everyone }

    static func submit(
        _ form: String, _ request: SignedInRequest
    ) async throws -> AccountAnswer? { nil }

    mutating func keep(_ fields: FormFields) {}
}

/// What a section answers to one of its forms.
enum AccountAnswer: Sendable {
    /// It was done. The page is shown again with this message.
    case done(Notice)
    /// Another page follows.
    case reply(Reply)
    /// Nothing was changed. The page is shown again with what was typed and what is wrong.
    case refused(FormProblems)
}
