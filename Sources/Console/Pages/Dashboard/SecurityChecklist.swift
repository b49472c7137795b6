import IAMIdentifiers
import Operations

/// The checklist of the dashboard: each line measures itself, says why it matters, and is one press
/// from the page that mends it.
struct SecurityChecklist {
    static func render(
        _ check: SecurityCheck.Output, _ reader: SignedInPrincipal, _ page: PageContext
    ) -> HTML {
        let lines = check.lines.map { line in
            let words = Words(line.subject)
            let (state, tone): (Phrase, Tone) =
                switch line.holds {
                case true?: (.done, .good)
                case false?: (.toDo, .warning)
                case nil: (.notKnown, .neutral)
                }
            let detail = detail(line, check, page)
            return """
                <li>\(page.badge(page[state], tone))<div class="words">\
                <strong>\(page[words.title])</strong><p class="quiet small">\
                \(page[words.reason])\(detail.map { " \($0)" as HTML })</p></div>\
                \(press(line, check, reader, page))</li>
                """ as HTML
        }
        return """
            <section class="card" aria-labelledby="security-check"><div class="stack">
            <div class="card-title"><h2 id="security-check">\(page[.secureYourAccount])</h2></div>
            <ul class="checks" role="list">\(lines)</ul></div></section>
            """
    }

    private static func detail(
        _ line: SecurityCheck.Line, _ check: SecurityCheck.Output, _ page: PageContext
    ) -> HTML? {
        switch line.subject {
        case .rootUse where line.holds != nil:
            "\(page[.lastUsed]): \(page.moment(check.rootLastUsedAt))"
        case .administrator where line.holds == true:
            check.administrator.map { "\(page[.forExample($0)])" }
        case .administratorMFA where line.holds == false:
            check.administratorWithoutMFA.map { "\(page[.hasNoMFA($0)])" }
        default: nil
        }
    }

    /// The way to the line's page. What only the root user can change leads nobody else anywhere.
    private static func press(
        _ line: SecurityCheck.Line, _ check: SecurityCheck.Output, _ reader: SignedInPrincipal,
        _ page: PageContext
    ) -> HTML {
        let isDone = line.holds == true
        switch line.subject {
        case .rootMFA, .rootKeys, .rootUse:
            guard reader.isRoot else {
                return "<span class=\"quiet small\">\(page[.rootUserOnly])</span>"
            }
        default: break
        }
        let (label, target): (Phrase, any ConsolePage) =
            switch line.subject {
            case .rootMFA where !isDone: (.assignDevice, AssignDevicePage())
            case .rootMFA:
                (.manageDevices, SecurityCredentialsPage(continued: true, open: .mfa))
            case .rootKeys:
                (.manageRootKeys, SecurityCredentialsPage(continued: true, open: .accessKeys))
            case .rootUse:
                (.viewSessions, SecurityCredentialsPage(continued: true, open: .sessions))
            case .administrator: administrator(check.administrator)
            case .administratorMFA: device(check, reader)
            case .passwordPolicy: (.editPasswordPolicy, AccountSettingsPage())
            case .alias: (isDone ? .editAlias : .createAlias, AccountSettingsPage())
            case .contact: (.editContacts, AccountPage())
            }
        return page.linkButton(label, .small, to: target)
    }

    private static func administrator(_ name: String?) -> (Phrase, any ConsolePage) {
        name.map { (.viewUser, UserPage(name: $0)) }
            ?? (.createAdministrator, CreateUserPage.forAdministrator)
    }

    private static func device(
        _ check: SecurityCheck.Output, _ reader: SignedInPrincipal
    ) -> (Phrase, any ConsolePage) {
        guard let name = check.administratorWithoutMFA ?? check.administrator else {
            return administrator(nil)
        }
        let isReader = reader.kind == .iamUser && reader.name.isExactly(name)
        guard check.administratorWithoutMFA != nil else {
            return (.manageDevices, UserPage(name: name, tab: .credentials))
        }
        return (.assignDevice, AssignDevicePage(user: isReader ? "" : name))
    }
}
