import IAMIdentifiers
import Operations

extension LostDevicePage {
    enum Form: String {
        case sendLink = "send-link"
        case removeDevices = "remove-devices"
    }

    struct View {
        var offer: LostDevice.Offer
        var waitHours: Int
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.lostDeviceTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card stack">\(content(view, page))
                <hr class="rule">
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }

    private static func content(_ view: View, _ page: PageContext) -> HTML {
        switch view.offer {
        case .link:
            """
            <p>\(page[.lostDeviceText(hours: view.waitHours)])</p>
            \(page.form(Form.sendLink, to: LostDevicePage(), class: "stack",
                page.button(.sendLink, .wide)))
            """
        case .operator:
            """
            <p>\(page[.lostDeviceOperator])</p>
            <p><code>gatehouse root remove-mfa</code></p>
            """
        case .administrator, .waiting, .removal: page.lostDevice(view.offer)
        }
    }

    /// The link is on its way.
    static func renderSent(_ page: PageContext) -> HTML {
        page.gate(
            page[.lostDeviceTitle],
            content: """
                \(page.message(.good, page[.linkSent]))
                <div class="card stack"><p>\(page[.linkSentText])</p>
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }
}

extension PageContext {
    /// What a page that asks for a second factor offers to somebody who has lost the device.
    func lostDevice(_ offer: LostDevice.Offer) -> HTML {
        switch offer {
        case .administrator: "<p class=\"quiet small\">\(self[.askAdministrator])</p>"
        case .operator, .link:
            "<p><a href=\"\(LostDevicePage())\">\(self[.lostDeviceTitle])</a></p>"
        case .waiting(let wait):
            """
            <p>\(self[.lostDeviceWaiting])</p>
            <p>\(self[.lostDeviceRemovableFrom]) \(time(wait.endsAt))</p>
            """
        case .removal(let wait):
            """
            <p>\(self[.lostDeviceRemoval])</p>
            <p>\(self[.lostDeviceRemovableUntil]) \(time(wait.endsAt + LostDevice.removalLife))</p>
            \(form(LostDevicePage.Form.removeDevices, to: LostDevicePage(),
                button(.removeLostDevices, .danger)))
            """
        }
    }

    /// The message on every page of an account's sessions while a waiting period goes on, with the
    /// button that ends it.
    var lostDeviceMessage: HTML? {
        guard let wait = lostDeviceWait else { return nil }
        let hasEnded = now >= wait.endsAt
        return message(
            .danger, self[hasEnded ? .lostDeviceAlarmNow : .lostDeviceAlarm],
            """
            <p>\(self[.lostDeviceAlarmText])</p>
            <dl class="facts-list">
            <div><dt>\(self[.lostDeviceAsked])</dt><dd>\(time(wait.startedAt))</dd></div>
            <div><dt>\(self[.lostDeviceAddress])</dt>\
            <dd><code>\(wait.sourceAddress)</code></dd></div>
            <div><dt>\(self[.lostDeviceRemovableFrom])</dt><dd>\(time(wait.endsAt))</dd></div></dl>
            <p>\(self[.lostDeviceAlarmAdvice])</p>
            \(form(CancelRecoveryPage.Form.cancel, to: CancelRecoveryPage(),
                "\(hidden("back", current.href))\(button(.cancel))"))
            """)
    }

    /// A moment that may lie ahead.
    func time(_ moment: Timestamp) -> HTML {
        let text = moment.iso8601
        let shown = String(text.prefix(16).replacing("T", with: " ") + " UTC")
        return "<time datetime=\"\(text)\" class=\"no-break\">\(shown)</time>"
    }
}
