import IAMIdentifiers
import Operations

@testable import Console

// The pages about a lost MFA device, and the mail of development mode.
extension Gallery {
    static func lostDevice(_ language: Language) -> [(name: String, html: HTML)] {
        let guest = page(LostDevicePage(), language, nil)
        let wait = LostDevice.Wait(
            startedAt: now - .seconds(3_600), endsAt: now + .seconds(71 * 3_600),
            sourceAddress: "203.0.113.9")
        let over = LostDevice.Wait(
            startedAt: now - .seconds(80 * 3_600), endsAt: now - .seconds(8 * 3_600),
            sourceAddress: "203.0.113.9")
        let offers: [(String, LostDevice.Offer)] = [
            ("LostDevice", .link), ("LostDeviceWithoutMail", .operator),
            ("LostDeviceOfUser", .administrator), ("LostDeviceWaiting", .waiting(wait)),
            ("LostDeviceRemoval", .removal(over)),
        ]
        let pages = offers.map { name, offer in
            (name, LostDevicePage.render(.init(offer: offer, waitHours: 72), guest))
        }
        var alarmed = page(HomePage(), language, alice)
        alarmed.lostDeviceWait = wait
        return pages + [
            (
                "LostDeviceTooMany",
                LostDevicePage.render(
                    .init(offer: .link, waitHours: 72, problems: .one(guest[.tooManyAttempts])),
                    guest)
            ),
            ("LostDeviceLinkSent", LostDevicePage.renderSent(guest)),
            (
                "RecoverMFA",
                RecoverMFAPage(token: "t").render(
                    account: account.description, waitHours: 72, guest)
            ),
            ("RecoverMFAStarted", RecoverMFAPage.renderStarted(wait, guest)),
            ("RecoverMFANotValid", RecoverMFAPage.renderNotValid(guest)),
            ("LostDeviceAlarm", ErrorPages.notFound(nil, alarmed)),
            ("DevelopmentMail", DevelopmentMail.render(mail, language)),
            ("DevelopmentMailEmpty", DevelopmentMail.render([], language)),
        ]
    }

    private static let mail = [
        Mail.Sent(
            recipient: "root@example.com", sender: "gatehouse@localhost", subject: "A <b> & c",
            text: "One.\n\nhttp://localhost:8426/signin/mfa/recover?token=t\n\nTwo <b>.\n",
            html: "", at: now)
    ]
}
