import Credentials
import IAMIdentifiers
import Operations

extension AssignDevicePage {
    enum Form: String {
        case choose = "choose-device"
        case virtual = "add-app"
        case hardware = "add-token"
        case key = "add-key"
        case cancel = "cancel-device"
    }

    /// What the page asks for.
    enum Step: Sendable { case choose, virtual, hardware, key }

    struct View {
        /// The user whose device it becomes; empty for the reader.
        var owner = ""
        var principal: SignedInPrincipal
        var isExpected = false
        var step = Step.choose
        var name = ""
        var kind = MFADeviceKind.virtual
        var serialNumber = ""
        /// Base32; only in the step of an authenticator app.
        var seed = Secret("")
        /// What a key is asked; only in its step, and nil where browsers make none.
        var question: KeyQuestion?
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let content: HTML =
            switch view.step {
            case .choose: choice(view, page)
            case .virtual: app(view, page)
            case .hardware: token(view, page)
            case .key: key(view, page)
            }
        return page.document(
            page[.assignDevice],
            lead: view.owner.isEmpty ? page[.mfaText] : page[.deviceForUser(view.owner)],
            content: expectation(view, page)
                + page.wizard(
                    [.selectDevice, .setUpDevice], at: view.step == .choose ? 0 : 1,
                    "\(page.summary(view.problems))\(content)"))
    }

    private static func expectation(_ view: View, _ page: PageContext) -> HTML {
        guard view.isExpected else { return "" }
        return page.message(
            .warning, page[.deviceExpected],
            """
            <p>\(page[.deviceExpectedText])</p>
            <div class="actions">\(page.linkButton(.notNow, .small, to: HomePage()))</div>
            """)
    }

    private static func target(_ view: View) -> AssignDevicePage {
        AssignDevicePage(user: view.owner)
    }

    // MARK: The first step

    private static func choice(_ view: View, _ page: PageContext) -> HTML {
        let kinds: [(MFADeviceKind, Phrase)] = [
            (.fido, .passkeyHint), (.virtual, .authenticatorAppHint),
            (.hardware, .hardwareTokenHint),
        ]
        let choices = kinds.map { kind, hint in
            page.choice(
                page[.kind(of: kind)], hint: page[hint], name: "kind", value: kind.rawValue,
                isRadio: true, isChosen: view.kind == kind)
        }
        return page.form(
            Form.choose, to: target(view), class: "stack",
            """
            \(page.card(page[.selectDevice], """
                \(page.field(
                    Field(
                        label: .deviceName, name: "name", value: view.name,
                        hint: .deviceNameHint, maximumLength: 64, hasFocus: true),
                    view.problems))
                <fieldset class="choices"><legend class="group-label">\(page[.deviceKind])</legend>
                \(choices)</fieldset>
                """))
            <div class="actions">\(page.button(.next, .primary))</div>
            """)
    }

    // MARK: The second step

    /// What the forms of the second step carry.
    private static func carried(_ view: View, _ page: PageContext) -> HTML {
        """
        \(page.hidden("name", view.name))\(page.hidden("kind", view.kind.rawValue))\
        \(page.hidden("seed", view.seed.reveal()))
        """
    }

    private static func app(_ view: View, _ page: PageContext) -> HTML {
        """
        \(page.card(page[.authenticatorApp], """
            <ol class="instructions"><li>\(page[.installApp])</li>
            <li><div class="stack tight"><p>\(page[.scanCode])</p>
            \(page.reveal(.showQRCode, "qr-code", qrCode(view, page)))
            \(page.reveal(.showSecretKey, "secret-key", page.secretText(view.seed.reveal())))
            </div></li>
            <li><div class="stack tight"><p>\(page[.twoCodes])</p>
            \(page.form(Form.virtual, to: target(view), class: "stack tight", """
                \(carried(view, page))\(page.hidden("serial", view.serialNumber))
                \(MFADeviceList.codes("", page, view.problems))
                <div class="actions">\(page.button(.addMFA, .primary))</div>
                """))</div></li></ol>
            """))
        \(page.form(Form.cancel, to: target(view), """
            \(page.hidden("serial", view.serialNumber))\(page.button(.cancel))
            """))
        """
    }

    private static func qrCode(_ view: View, _ page: PageContext) -> HTML {
        let address = TOTPSeed(base32: view.seed)?.uri(
            issuer: "Gatehouse", name: "\(view.name)@\(view.principal.accountLabel)")
        guard let address, let picture = try? QRCode.png(of: address) else {
            return "<p>\(page[.noQRCode])</p>"
        }
        return """
            <img src="data:image/png;base64,\(Base64.standard.encoded(picture))" \
            alt="\(page[.qrCode])" width="240" height="240">
            """
    }

    private static func token(_ view: View, _ page: PageContext) -> HTML {
        page.form(
            Form.hardware, to: target(view), class: "stack",
            """
            \(carried(view, page))
            \(page.card(page[.hardwareToken], """
                <p>\(page[.tokenText])</p>
                \(page.field(
                    Field(
                        label: .serialNumber, name: "serial", value: view.serialNumber,
                        maximumLength: 256, hasFocus: true),
                    view.problems))
                \(MFADeviceList.codes("", page, view.problems))
                """))
            <div class="actions">\(page.button(.addMFA, .primary))
            \(page.linkButton(.back, to: target(view)))</div>
            """)
    }

    private static func key(_ view: View, _ page: PageContext) -> HTML {
        guard let question = view.question, page.keyAccess == .here else {
            return """
                \(page.keysElsewhere(target(view)))
                <div class="actions">\(page.linkButton(.back, to: target(view)))</div>
                """
        }
        return """
            \(page.card(page[.passkeyOrSecurityKey], """
                <p>\(page[.setUpPasskeyText])</p>
                \(page.keyForm(
                    Form.key, to: target(view), question, isNew: true, .setUpPasskey,
                    page.hidden("name", view.name)))
                """))
            <div class="actions">\(page.linkButton(.back, to: target(view)))</div>
            """
    }
}
