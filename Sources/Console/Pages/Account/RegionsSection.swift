import IAMIdentifiers
import IAMModel
import Operations

/// The regions of the account, which can be searched, enabled and disabled.
struct RegionsSection: AccountSection {
    static let title = Phrase.regions

    enum Form: String {
        case enable = "enable-region"
        case disable = "disable-region"
    }

    struct Row: Sendable, Equatable {
        var code: String
        var status: AccountManagement.Shape.RegionOptStatus
    }

    var rows: [Row]
    /// What is searched for; empty for all.
    var search: String

    init(_ request: SignedInRequest) async throws {
        let regions = try await request.run(AccountManagement.ListRegions.self, .init()).regions
        self.init(
            rows: (regions ?? []).compactMap { region in
                guard let code = region.regionName, let status = region.regionOptStatus else {
                    return nil
                }
                return Row(code: code, status: status)
            }, search: (request.page.current as? AccountPage)?.region ?? "")
    }

    init(rows: [Row], search: String = "") {
        self.rows = rows
        self.search = search
    }

    static func submit(
        _ form: String, _ request: SignedInRequest
    ) async throws -> AccountAnswer? {
        guard let form = Form(rawValue: form) else { return nil }
        let region = request.fields["region"]
        let refused = try await request.problem {
            switch form {
            case .enable:
                try await request.run(
                    AccountManagement.EnableRegion.self, .init(regionName: region))
            case .disable:
                try await request.run(
                    AccountManagement.DisableRegion.self, .init(regionName: region))
            }
        }
        if let refused { return .refused(.one(refused.message)) }
        return .done(form == .enable ? .regionEnabled : .regionDisabled)
    }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        let found = rows.filter { row in
            [row.code, page[.region(row.code)], AWSRegion.name(of: row.code)].contains {
                $0.asciiLowercased.contains(search.asciiLowercased)
            }
        }
        let list: HTML =
            found.isEmpty
            ? page.empty(.nothingFound)
            : page.table(
                page[.regions], columns: [.regionName, .regionCode, .status, nil],
                rows: found.map { shown($0, page) })
        return """
            <p class="quiet">\(page[.regionsText])</p>
            <form method="get" action="\(AccountPage().path)" class="find">
            <input type="search" name="region" value="\(search)" \
            aria-label="\(page[.findRegions])" placeholder="\(page[.findRegions])" maxlength="200">
            <button class="button">\(page[.searchButton])</button></form>
            \(list)
            """
    }

    private func shown(_ row: Row, _ page: PageContext) -> HTML {
        let (label, tone): (Phrase, Tone) =
            switch row.status {
            case .enabledByDefault: (.enabledByDefault, .neutral)
            case .enabled, .enabling: (.enabled, .good)
            case .disabled, .disabling: (.disabled, .neutral)
            }
        let control: HTML =
            switch row.status {
            case .enabledByDefault: ""
            case .enabled, .enabling: button(.disable, .disableRegion, row, page)
            case .disabled, .disabling: button(.enable, .enableRegion, row, page)
            }
        return """
            <tr><th scope="row">\(page[.region(row.code)])</th>
            \(page.cell(.regionCode, "<code>\(row.code)</code>"))
            \(page.cell(.status, page.badge(page[label], tone)))
            <td>\(control)</td></tr>
            """
    }

    private func button(
        _ form: Form, _ label: Phrase, _ row: Row, _ page: PageContext
    ) -> HTML {
        page.form(form, "\(page.hidden("region", row.code))\(page.button(label, .small))")
    }
}
