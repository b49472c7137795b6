import IAMIdentifiers
import Operations

/// What a page asks of a root user before what cannot be undone: the password and, where there is
/// one, an MFA device.
struct RootProofView: Sendable {
    /// All passkeys and security keys are one entry.
    var devices: [OfferedDevice] = []
    /// The device of which a proof is asked for; nil when there is none.
    var asked: OfferedDevice?
    /// What a key is asked; nil when a code is asked for.
    var question: KeyQuestion?
}

extension SignedInRequest {
    var rootUser: RootUser { RootUser(pipeline.services) }

    /// - Parameter device: the device that the reader chose, as ``OfferedDevice/id``; empty for the
    ///   one used last.
    func proofView(device: String) async throws -> RootProofView {
        let found = try await rootUser.proofDevices(of: caller, facts)
        let choices = SecondFactorPage.choices(found.devices)
        return RootProofView(
            devices: choices,
            asked: choices.first { $0.id.isExactly(device) }
                ?? SecondFactorPage.first(of: found.devices, page),
            question: found.question)
    }

    /// What was typed or pressed into a form that ``RootProofView`` is shown in.
    func proof(_ view: RootProofView) -> RootProof {
        let password = Secret(fields["current"])
        guard let asked = view.asked else { return RootProof(password: password) }
        return RootProof(
            password: password,
            factor: asked.kind == .fido
                ? .key(
                    response: fields["response"], challenge: Secret(fields["challenge"]))
                : .code(fields.code("code"), device: asked.id))
    }
}

extension PageContext {
    /// A form for what a root user has to prove itself again for.
    /// - Parameters:
    ///   - another: the page that asks for another device.
    ///   - content: the form's own boxes, which come first.
    func provedForm(
        _ name: some RawRepresentable<String>, to target: any ConsolePage, _ proof: RootProofView,
        _ label: Phrase, _ kind: ButtonKind, _ problems: FormProblems,
        another: (String) -> any ConsolePage, _ content: HTML = ""
    ) -> HTML {
        let password = field(
            Field(
                label: .currentPassword, name: "current", kind: .password,
                autocomplete: "current-password", maximumLength: 128),
            problems)
        guard let asked = proof.asked else {
            return form(
                name, to: target, class: "stack",
                "\(content)\(password)<div class=\"actions\">\(button(label, kind))</div>")
        }
        let others = proof.devices.filter { $0 != asked }.map { other -> HTML in
            """
            <p class="small"><a href="\(another(other.id))">\(self[.tryAnotherDevice]): \
            \(other.kind == .fido ? self[.kind(of: .fido)] : MFADeviceName.of(other.serialNumber))\
            </a></p>
            """
        }
        guard asked.kind == .fido else {
            return form(
                name, to: target, class: "stack",
                """
                \(content)\(password)
                <div class="stack tight"><p class="quiet small">\
                \(self[.enterCodeOf(MFADeviceName.of(asked.serialNumber))])</p>
                \(field(.code(.mfaCode, name: "code"), problems))</div>
                <div class="actions">\(button(label, kind))</div>
                """) + "\(others)"
        }
        guard let question = proof.question, keyAccess == .here else {
            return "\(keysElsewhere(target))\(others)"
        }
        return keyForm(
            name, to: target, question, isNew: false, label, kind: kind,
            "\(content)\(password)<p>\(self[.usePasskeyText])</p>") + "\(others)"
    }
}
