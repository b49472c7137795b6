import IAMIdentifiers
import Operations
import Store

@testable import Console

// The pages by which an account's address, password and owner change, and by which it ends.
extension Gallery {
    static func accountLife(_ language: Language) -> [(name: String, html: HTML)] {
        let guest = page(ForgottenPasswordPage(), language, nil)
        let offered = devices.map { OfferedDevice(id: $0.name, serialNumber: $0.serialNumber) }
        let code = RootProofView(devices: offered, asked: offered[0])
        let key = RootProofView(devices: offered, asked: offered[1], question: question)
        var context = page(ChangeEmailPage(), language)
        context.keyAccess = .here
        let change = EmailChange(
            account: account, newEmail: "boss@example.org", presentCode: nil, newCode: "print",
            endsAt: now + .seconds(900))
        let transfer = OwnershipTransfer(
            account: account, newEmail: "new@example.org", language: "en",
            startedAt: now - .seconds(90), endsAt: now + .seconds(6 * 86_400))
        let closed = ClosedAccount(
            account: account, name: "Example & Sons", closedAt: now - .seconds(86_400),
            erasedFrom: now + .seconds(89 * 86_400))
        let stakes = AccountClosure.Stakes(
            users: 2, activeKeys: 1, keyLastUsedAt: now - .seconds(3_700), sessions: 3)
        return [
            (
                "ForgottenPasswordSent",
                ForgottenPasswordPage.renderSent(
                    .init(sendsMail: true, email: "root@example.com"), guest)
            ),
            (
                "ResetPassword",
                ResetPasswordPage(token: "t").render(
                    account, .one(guest[.passwordsDiffer], at: "again"), guest)
            ),
            ("ResetPasswordNotValid", ResetPasswordPage.renderNotValid(guest)),
            (
                "ChangeEmail",
                ChangeEmailPage.render(
                    .init(
                        email: "boss", proof: RootProofView(),
                        problems: .one(context[.emailNotValid], at: "email")), context)
            ),
            ("ChangeEmailCodes", ChangeEmailPage.render(change, .none, context)),
            ("ChangeEmailWithoutMail", ChangeEmailPage.renderNoMail(context)),
            (
                "ChangeRootPassword",
                ChangeRootPasswordPage.render(
                    .one(context[.wrongPassword], at: "current"), context)
            ),
            ("TransferOwnership", TransferOwnershipPage.render(.init(proof: code), context)),
            ("TransferOwnershipWaits", TransferOwnershipPage.render(transfer, .none, context)),
            ("TransferOwnershipWithoutMail", TransferOwnershipPage.renderNoMail(context)),
            (
                "AcceptOwnership",
                AcceptOwnershipPage(token: "t").render(
                    .init(
                        account: account, accountName: "Example & Sons",
                        email: "new@example.org"), .none, guest)
            ),
            ("AcceptOwnershipNotValid", AcceptOwnershipPage.renderNotValid(guest)),
            (
                "CloseAccount",
                CloseAccountPage.render(
                    .init(
                        account: account, stakes: stakes, proof: key,
                        problems: .one(context[.accountIDNotTyped], at: "confirm")), context)
            ),
            ("ReopenAccount", ReopenAccountPage.render(.init(email: "root@example.com"), guest)),
            ("ClosedAccount", ClosedAccountPage.render(closed, guest)),
            (
                "ConfirmIdentity",
                ConfirmIdentityPage().render(code, .none, page(ConfirmIdentityPage(), language))
            ),
            (
                "AccountOfRootUser",
                AccountPage.render(
                    .init([
                        AccountNameSection(
                            name: root.accountName, account: account, createdAt: now),
                        RootUserSection(
                            root: .init(
                                email: "root@example.com", passwordChangedAt: now - .seconds(90),
                                pendingEmail: "boss@example.org")),
                        OwnershipSection(transfer: nil), ClosingSection(),
                    ]), page(AccountPage(), language))
            ),
        ]
    }
}
