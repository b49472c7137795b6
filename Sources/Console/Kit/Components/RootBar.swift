import IAMIdentifiers
import Operations

/// The bar below the top bar, on every page of a root user: why that is a risk, and the way off.
///
/// It says what else a root user has to hear on every page, so that there is one bar and no wall
/// of messages.
extension PageContext {
    var rootBar: HTML? {
        guard let principal, principal.isRoot, deviceNeed != .now else { return nil }
        let device: HTML =
            deviceNeedStart.map {
                "<p><strong>\(self[.adviceNoMFA]).</strong> \(self[.deviceNeededFrom($0)])</p>"
            } ?? ""
        let assign: HTML =
            deviceNeedStart == nil || current is AssignDevicePage
            ? "" : linkButton(.assignDevice, .small, to: AssignDevicePage())
        return """
            <aside class="root-bar" aria-label="\(self[.signedInAsRoot])"><div class="words">\
            <p><strong>\(self[.youAreRoot])</strong> \(self[.rootIsRisky])</p>\(device)</div>
            <div class="actions">\(assign)\(wayOff(principal))</div></aside>
            """
    }

    /// The day from which a root user needs an MFA device; nil with a device.
    private var deviceNeedStart: String? {
        guard case .from(let moment) = deviceNeed else { return nil }
        return String(moment.iso8601.prefix(10))
    }

    private func wayOff(_ principal: SignedInPrincipal) -> HTML {
        if let administrator {
            return SignOutPage.button(.small, to: administrator, of: principal, self)
        }
        guard !(current is CreateUserPage) else { return "" }
        return linkButton(.createAdministrator, .small, to: CreateUserPage.forAdministrator)
    }
}

// The words of the bar.
extension Phrase {
    static let youAreRoot = Phrase(
        "You are signed in as the root user.", "루트 사용자로 로그인했습니다.")
    static let rootIsRisky = Phrase(
        "No policy limits it: whoever gets hold of this session has the whole account.",
        "어떤 정책으로도 제한되지 않으므로, 이 세션을 빼앗기면 계정 전체를 잃습니다.")
    static let createAdministrator = Phrase("Create an administrator", "관리자 생성")
}
