import IAMIdentifiers
import Operations

extension SecondFactorPage {
    enum Form: String {
        case code = "mfa-code"
        case key = "mfa-key"
    }

    struct View {
        /// Never empty. All passkeys and security keys are one entry: the browser finds the one.
        var devices: [OfferedDevice]
        var asked: OfferedDevice
        /// What a key is asked; nil when a code is asked for, and where there are no keys.
        var question: KeyQuestion?
        var isChoosing = false
        /// What is offered to somebody who has lost the device.
        var lostDevice: LostDevice.Offer?
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.secondFactorTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card stack">
                \(view.isChoosing ? choice(view, page) : question(view, page))
                <hr class="rule">\(view.lostDevice.map(page.lostDevice))
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }

    private static func question(_ view: View, _ page: PageContext) -> HTML {
        "\(view.asked.kind == .fido ? key(view, page) : code(view, page))\(another(view, page))"
    }

    private static func code(_ view: View, _ page: PageContext) -> HTML {
        """
        <p>\(page[.enterCodeOf(MFADeviceName.of(view.asked.serialNumber))])</p>
        \(page.form(
            Form.code, to: SecondFactorPage(device: view.asked.id), class: "stack", """
            \(page.field(.code(.mfaCode, name: "code", hasFocus: true), view.problems))
            \(page.button(.submit, .wide))
            """))
        """
    }

    private static func key(_ view: View, _ page: PageContext) -> HTML {
        guard let question = view.question, page.keyAccess == .here else {
            return page.keysElsewhere(SignInPage())
        }
        return """
            <p>\(page[.usePasskeyText])</p>
            \(page.keyForm(
                Form.key, to: SecondFactorPage(device: view.asked.id), question, isNew: false,
                .usePasskey))
            """
    }

    /// The way to another device. Of two it is the other one; of more it is chosen from a list.
    private static func another(_ view: View, _ page: PageContext) -> HTML {
        let others = view.devices.filter { $0 != view.asked }
        guard let other = others.first else { return "" }
        let target =
            others.count == 1
            ? SecondFactorPage(device: other.id) : SecondFactorPage(isChoosing: true)
        return page.goButton(.tryAnotherDevice, .link, to: target)
    }

    private static func choice(_ view: View, _ page: PageContext) -> HTML {
        let links = view.devices.map { device in
            let name = MFADeviceName.of(device.serialNumber)
            return """
                <a href="\(SecondFactorPage(device: device.id))">\
                <strong>\(device.kind == .fido ? page[.kind(of: .fido)] : name)</strong>\
                <span>\(device.kind == .fido ? "" : page[.kind(of: device.kind)])</span></a>
                """ as HTML
        }
        return "<p>\(page[.chooseDevice])</p><div class=\"results\">\(links)</div>"
    }
}
