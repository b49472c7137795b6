import IAMIdentifiers

/// The versions of a managed policy, and what one says otherwise than another.
///
/// Source: IAM User Guide, "Versioning IAM policies".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html>
struct PolicyVersions: Sendable {
    struct Version: Sendable, Equatable {
        var id: String
        var isDefault: Bool
        var createdAt: Timestamp?
    }

    /// Two versions with their documents.
    struct Comparison: Sendable {
        var from: (id: String, document: String)
        var to: (id: String, document: String)
    }

    /// The most that a policy may have.
    static let limit = 5

    /// Newest first.
    var versions: [Version]
    /// What is compared; nil at first.
    var comparison: Comparison?

    /// - Parameter canChange: whether the policy is a customer's.
    func render(of arn: ARN, canChange: Bool, _ page: PageContext) -> HTML {
        let full: HTML =
            canChange && versions.count >= Self.limit
            ? page.message(.note, page[.versionsAreFull]) : ""
        return """
            \(full)
            \(page.table(
                page[.versions], columns: [.version, .created, nil],
                rows: versions.map { row($0, of: arn, canChange: canChange, page) }))
            \(page.card(page[.compareVersions], """
                \(chooser(of: arn, page))
                \(comparison.map { Self.render($0, page) })
                """))
            \(canChange ? versions.filter { !$0.isDefault }.map { deletion($0, page) } : [])
            """
    }

    private func row(
        _ version: Version, of arn: ARN, canChange: Bool, _ page: PageContext
    ) -> HTML {
        let state: HTML = version.isDefault ? page.badge(page[.defaultVersion], .good) : ""
        let controls: HTML =
            version.isDefault || !canChange
            ? ""
            : """
            <div class="actions">\(page.form(PolicyPage.Form.setDefault, """
                \(page.hidden("version", version.id))\(page.button(.setAsDefault, .small))
                """))\(page.opener(.delete, .smallDanger, opens: "delete-\(version.id)"))</div>
            """
        let from = versions.first(where: \.isDefault)?.id ?? version.id
        let target = PolicyPage(arn: arn, tab: .versions, from: from, to: version.id)
        return """
            <tr><th scope="row"><a href="\(target)"><code>\(version.id)</code></a> \(state)</th>
            \(page.cell(.created, page.moment(version.createdAt)))<td>\(controls)</td></tr>
            """
    }

    private func deletion(_ version: Version, _ page: PageContext) -> HTML {
        let id = "delete-\(version.id)"
        return page.dialog(
            id, title: page[.deleteVersionQuestion(version.id)],
            """
            <p>\(page[.deleteVersionText])</p>
            \(page.form(PolicyPage.Form.deleteVersion, class: "actions", """
                \(page.hidden("version", version.id))\(page.button(.delete, .danger))\
                \(page.cancel(id))
                """))
            """)
    }

    /// Two lists to choose from. At first the default and the newest beside it are chosen.
    private func chooser(of arn: ARN, _ page: PageContext) -> HTML {
        let base = versions.first(where: \.isDefault)?.id
        let from = comparison?.from.id ?? versions.first { !$0.isDefault }?.id ?? base
        let to = comparison?.to.id ?? base
        return """
            <form method="get" action="\(PolicyPage(arn: arn).path)" class="compare">
            \(page.hidden("tab", PolicyPage.Tab.versions.rawValue))
            \(select(.compareFrom, "from", from, page))
            \(select(.compareTo, "to", to, page))
            <button class="button">\(page[.compare])</button></form>
            """
    }

    private func select(
        _ label: Phrase, _ name: String, _ chosen: String?, _ page: PageContext
    ) -> HTML {
        let options = versions.map { version in
            let mark = version.isDefault ? " (\(page[.defaultVersion]))" : ""
            return """
                <option value="\(version.id)"\
                \(" selected", if: chosen?.isExactly(version.id) == true)>\
                \(version.id)\(mark)</option>
                """ as HTML
        }
        return """
            <div class="field"><label for="field-\(name)">\(page[label])</label>
            <select id="field-\(name)" name="\(name)">\(options)</select></div>
            """
    }

    // MARK: The difference

    private static func render(_ comparison: Comparison, _ page: PageContext) -> HTML {
        let (from, to) = (comparison.from, comparison.to)
        return DifferenceView.render(
            from: from.document, to: to.document, title: page[.versionsDiffer(from.id, to.id)],
            same: page[.versionsAreSame(from.id, to.id)], page)
            ?? page.message(.warning, page[.tooLongToCompare])
    }
}
