import IAMIdentifiers
import Operations

extension SecondFactorPage {
    enum Form: String { case code = "mfa-code" }

    struct View {
        /// Never empty.
        var devices: [OfferedDevice]
        var asked: OfferedDevice
        var isChoosing = false
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.secondFactorTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card stack">\(view.isChoosing ? choice(view, page) : question(view, page))
                <hr class="rule">
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }

    private static func question(_ view: View, _ page: PageContext) -> HTML {
        let name = MFADeviceName.of(view.asked.serialNumber)
        return """
            <p>\(page[.enterCodeOf(name)])</p>
            \(page.form(
                Form.code, to: SecondFactorPage(device: view.asked.id), class: "stack", """
                \(page.field(.code(.mfaCode, name: "code", hasFocus: true), view.problems))
                \(page.button(.submit, .wide))
                """))
            \(another(view, page))
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
            """
            <a href="\(SecondFactorPage(device: device.id))">\
            <strong>\(MFADeviceName.of(device.serialNumber))</strong>\
            <span>\(page[.kind(of: device.kind)])</span></a>
            """ as HTML
        }
        return "<p>\(page[.chooseDevice])</p><div class=\"results\">\(links)</div>"
    }
}
