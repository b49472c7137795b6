import IAMIdentifiers

/// Leads through the exchange of an access key for a new one, a form for each step. Where it stands
/// is told by the keys alone: how many there are, which is active, when each was last used.
///
/// Source: IAM User Guide, "Update access keys".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html>
struct KeyRotation {
    enum Step: Int, CaseIterable, Sendable {
        case create, use, deactivate, delete

        fileprivate var phrase: Phrase {
            switch self {
            case .create: .rotationCreate
            case .use: .rotationUse
            case .deactivate: .rotationDeactivate
            case .delete: .rotationDelete
            }
        }
    }

    /// The key that is to go; nil for the second one, which is still to be made.
    private let old: AccessKeyList.Row
    private let new: AccessKeyList.Row?
    let step: Step
    /// The page that shows the keys.
    private let here: any ConsolePage

    /// Nil where there is nothing to exchange, without an active key, and where nobody can tell
    /// which of two keys is the older one: both were made within one second.
    init?(_ rows: [AccessKeyList.Row], at here: any ConsolePage) {
        self.here = here
        let rows = rows.sorted { ($0.createdAt?.seconds ?? 0) < ($1.createdAt?.seconds ?? 0) }
        guard let first = rows.first, rows.contains(where: \.isActive),
            rows.count == 1 || first.createdAt?.seconds != rows[1].createdAt?.seconds
        else { return nil }
        old = first
        new = rows.count > 1 ? rows[1] : nil
        switch new {
        case nil: step = .create
        case .some where !first.isActive: step = .delete
        case .some(let new): step = new.isActive && new.lastUsedAt != nil ? .deactivate : .use
        }
    }

    func render(_ page: PageContext) -> HTML {
        let steps = Step.allCases.map { each -> HTML in
            let isCurrent = each == step
            return """
                <li\(" aria-current=\"step\"", if: isCurrent)>\
                <span class="number" aria-hidden="true">\(each.rawValue + 1)</span>
                <div class="stack tight"><p>\(page[each.phrase])</p>
                \(isCurrent ? content(page) : "")</div></li>
                """
        }
        return """
            <details class="rotation"\(" open", if: new != nil)>\
            <summary>\(page[.rotateKeys])</summary>
            <div class="stack tight"><p class="quiet">\(page[.rotateKeysText])</p>
            <ol class="steps whole">\(steps)</ol></div></details>
            """
    }

    private func content(_ page: PageContext) -> HTML {
        switch (step, new) {
        case (.use, let new?) where !new.isActive:
            """
            <p>\(page[.newKeyInactive]) \(key(new))</p>
            \(form(.activate, new, .activateNewKey, .primary, page))
            """
        case (.use, let new?):
            """
            <p>\(page[.newKey]) \(key(new)): \(use(of: new, page))</p>
            <p>\(page[new.isUseKnown ? .rotationUseText : .rotationUseUnknown])</p>
            <div class="actions">\(page.linkButton(.lookAgain, to: here))\
            \(form(.deactivate, old, .deactivateOldKey, .plain, page))</div>
            """
        case (.deactivate, let new?):
            """
            <p>\(page[.newKey]) \(key(new)): \(use(of: new, page))</p>
            <p>\(page[.oldKey]) \(key(old)): \(use(of: old, page))</p>
            \(isOldStillUsed(since: new)
                ? page.message(
                    .warning, page[.oldKeyStillUsed], "<p>\(page[.oldKeyStillUsedText])</p>")
                : "<p>\(page[.rotationDeactivateText])</p>")
            <div class="actions">\(page.linkButton(.lookAgain, to: here))\
            \(form(.deactivate, old, .deactivateOldKey, .primary, page))</div>
            """
        case (.delete, _):
            """
            <p>\(page[.oldKey]) \(key(old)): \(use(of: old, page))</p>
            <p>\(page[.rotationDeleteText])</p>
            <div class="actions">\
            \(page.opener(.deleteOldKey, .danger, opens: "delete-\(old.id)"))\
            \(form(.activate, old, .activateOldKey, .plain, page))</div>
            """
        default:
            """
            <p>\(page[.rotationCreateText])</p>
            \(page.form(AccessKeyList.Form.create, page.button(.createSecondKey, .primary)))
            """
        }
    }

    private func key(_ row: AccessKeyList.Row) -> HTML {
        "<code class=\"no-break\">\(row.id)</code>"
    }

    private func use(of row: AccessKeyList.Row, _ page: PageContext) -> HTML {
        row.lastUsedAt == nil
            ? "\(page[row.isUseKnown ? .notUsedYet : .keyUseNotKnown])"
            : "\(page[.lastUsed]) \(page.moment(row.lastUsedAt))"
    }

    /// Whether the old key was used after the new one was.
    private func isOldStillUsed(since new: AccessKeyList.Row) -> Bool {
        guard let old = old.lastUsedAt, let used = new.lastUsedAt else { return false }
        return old > used
    }

    private func form(
        _ form: AccessKeyList.Form, _ row: AccessKeyList.Row, _ label: Phrase, _ kind: ButtonKind,
        _ page: PageContext
    ) -> HTML {
        page.form(form, "\(page.hidden("key", row.id))\(page.button(label, kind))")
    }
}
