import IAMIdentifiers
import Operations

/// Whether the browser makes and uses passkeys and security keys on this page.
enum KeyAccess: Sendable, Equatable {
    /// Nowhere on this server: its address has no name, or it is not reached over TLS.
    case nowhere
    case here
    /// On its pages under this address, as `http://localhost:8426`.
    case at(String)
}

extension PageContext {
    /// A form that a passkey or security key fills in when its button is pressed. The options and
    /// the answer are JSON; a script hands them to the browser and back.
    func keyForm(
        _ name: some RawRepresentable<String>, to target: any ConsolePage, _ question: KeyQuestion,
        isNew: Bool, _ label: Phrase, kind: ButtonKind = .wide, _ content: HTML = ""
    ) -> HTML {
        """
        <div data-key="\(isNew ? "create" : "get")" data-options="\(question.options)">
        \(form(name, to: target, class: "stack tight", """
            \(content)\(hidden("response", ""))\
            \(hidden("challenge", question.challenge.reveal()))
            <p class="error" role="alert" data-key-error hidden>\(self[.keyFailed])</p>
            <p class="quiet unscripted">\(self[.keyNeedsScript])</p>
            \(button(label, kind))
            """))</div>
        """
    }

    /// Where passkeys can be used, if they cannot be here.
    /// - Parameter page: what is to be opened there.
    func keysElsewhere(_ page: any ConsolePage) -> HTML {
        guard case .at(let address) = keyAccess else {
            return message(.warning, self[.noKeysHere], "<p>\(self[.noKeysHereText])</p>")
        }
        return message(
            .warning, self[.noKeysHere],
            """
            <p>\(self[.keysElsewhereText])</p>
            <p><a href="\(address)\(page.href)">\(address)\(page.href)</a></p>
            """)
    }
}

// The words of forms that a key fills in.
extension Phrase {
    static let keyFailed = Phrase(
        "The passkey was not used. Try again, or choose another MFA device.",
        "패스키를 사용하지 못했습니다. 다시 시도하거나 다른 MFA 디바이스를 선택하십시오.")
    static let keyNeedsScript = Phrase(
        "Passkeys need a browser that runs scripts.", "패스키를 쓰려면 브라우저에서 스크립트를 허용해야 합니다.")
    static let noKeysHere = Phrase(
        "Passkeys cannot be used on this page", "이 페이지에서는 패스키를 사용할 수 없습니다")
    static let noKeysHereText = Phrase(
        "Browsers use them under a name and over TLS. The operator sets that name with public_url.",
        "브라우저는 TLS로 접속한 이름 있는 주소에서만 패스키를 사용합니다. 운영자가 public_url로 주소를 "
            + "설정해야 합니다.")
    static let keysElsewhereText = Phrase(
        "Open this address and sign in there:", "다음 주소를 열고 로그인하십시오.")
}
