import IAMIdentifiers
import Operations
import Store

/// The root user's way in: its e-mail address and password.
struct RootUserSection: AccountSection {
    static let title = Phrase.rootUser
    static let audience = Audience.rootUser

    var root: RootUser.Facts

    init(_ request: SignedInRequest) async throws {
        root = try await request.rootUser.facts(of: request.caller, request.facts)
    }

    init(root: RootUser.Facts) { self.root = root }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        """
        \(page.facts([
            (.rootEmail, "\(root.email)"),
            (.passwordChangedAt, page.moment(root.passwordChangedAt)),
            (.passwordLastUsed, page.moment(root.passwordLastUsedAt)),
        ]))
        \(root.pendingEmail.map { email in
            page.message(.note, page[.emailChangeWaits(email)])
        })
        <div class="actions">
        \(page.goButton(.changeEmail, to: ChangeEmailPage()))
        \(page.goButton(.changePassword, to: ChangeRootPasswordPage()))</div>
        """
    }
}

/// The way to another owner.
struct OwnershipSection: AccountSection {
    static let title = Phrase.ownership
    static let audience = Audience.rootUser

    /// The offer that stands; nil when there is none.
    var transfer: OwnershipTransfer?

    init(_ request: SignedInRequest) async throws {
        transfer = try await request.rootUser.transfer(of: request.caller, at: request.facts.now)
    }

    init(transfer: OwnershipTransfer?) { self.transfer = transfer }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        if let transfer { return TransferOwnershipPage.offer(transfer, page) }
        return """
            <p>\(page[.transferLead])</p>
            <div class="actions">\
            \(page.goButton(.transferOwnership, to: TransferOwnershipPage()))</div>
            """
    }
}

/// The way to the account's end.
struct ClosingSection: AccountSection {
    static let title = Phrase.endOfAccount
    static let audience = Audience.rootUser

    init(_ request: SignedInRequest) {}

    init() {}

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        """
        <p>\(page[.closeLead])</p>
        <div class="actions">\
        \(page.goButton(.closeAccount, .danger, to: CloseAccountPage()))</div>
        """
    }
}

// The words of these sections.
extension Phrase {
    static let passwordChangedAt = Phrase("Password changed", "암호 변경 시간")
    static let ownership = Phrase("Ownership", "소유권")
    static let endOfAccount = Phrase("End of the account", "계정 종료")

    static func emailChangeWaits(_ email: String) -> Phrase {
        Phrase(
            "A change to \(email) waits for its codes.",
            "\(email)(으)로 변경하기 위한 코드를 기다리고 있습니다.")
    }
}
