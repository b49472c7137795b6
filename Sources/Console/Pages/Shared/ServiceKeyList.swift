import IAMIdentifiers
import Operations

/// The credentials of one principal that services outside take, of one kind: a table with what can
/// be done to each, and the way to another one.
struct ServiceKeyList: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case sshKey = "ssh-key"
        case certificate = "signing-certificate"
        case credential = "service-credential"

        /// How many of one user there may be; nil where it depends on the service.
        var limit: Int? {
            switch self {
            case .sshKey: SSHPublicKeys.perUser
            case .certificate: SigningCertificates.perOwner
            case .credential: nil
            }
        }
    }

    enum Verb: String, CaseIterable { case add, activate, deactivate, reset, delete }

    /// What a form does to which kind of credential, as `add-ssh-key`; each is one operation.
    struct Form: RawRepresentable {
        let verb: Verb
        let kind: Kind

        init(_ verb: Verb, _ kind: Kind) { (self.verb, self.kind) = (verb, kind) }

        init?(rawValue: String) {
            for verb in Verb.allCases {
                for kind in Kind.allCases where Form(verb, kind).rawValue.isExactly(rawValue) {
                    self.init(verb, kind)
                    return
                }
            }
            return nil
        }

        var rawValue: String { "\(verb.rawValue)-\(kind.rawValue)" }
    }

    enum Status: Sendable { case active, inactive, expired }

    struct Row: Sendable, Equatable {
        var id: String
        var status: Status
        var createdAt: Timestamp?
        /// The service and the name that it knows, where it is for one service.
        var service = ""
        var name = ""
        var expiresAt: Timestamp?
    }

    var kind: Kind
    var rows: [Row] = []
    /// Why they could not be listed; nil when they were.
    var denial: String?
    /// What was typed into the box of the form that adds one.
    var typed = ""
}

// MARK: What it shows

extension ServiceKeyList {
    /// Its heading.
    var title: Phrase {
        switch kind {
        case .sshKey: .sshPublicKeys
        case .certificate: .signingCertificates
        case .credential: .serviceCredentials
        }
    }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        if let denial { return ErrorPages.facts(ofDenial: denial, page) }
        let full: HTML = "<p class=\"quiet small\">\(page[.noMoreOfThese])</p>"
        return """
            <div class="stack tight">
            <p>\(page[lead])</p>
            \(rows.isEmpty ? page.empty(.noneYet) : table(page))
            \(isFull ? full : adding(problems, page))
            \(rows.map { confirmation($0, page) })</div>
            """
    }

    private var lead: Phrase {
        switch kind {
        case .sshKey: .sshPublicKeysLead
        case .certificate: .signingCertificatesLead
        case .credential: .serviceCredentialsLead
        }
    }

    private var isFull: Bool { kind.limit.map { rows.count >= $0 } ?? false }

    private func table(_ page: PageContext) -> HTML {
        let of: [Phrase] = kind == .credential ? [.service, .name, .expires] : []
        return page.table(
            page[title], columns: [.credentialID] + of + [.status, .created, .actions],
            rows: rows.map { row($0, page) })
    }

    private func row(_ row: Row, _ page: PageContext) -> HTML {
        let (label, tone): (Phrase, Tone) =
            switch row.status {
            case .active: (.active, .good)
            case .inactive: (.inactive, .neutral)
            case .expired: (.expired, .neutral)
            }
        let end: HTML = row.expiresAt == nil ? "\(page[.never])" : page.moment(row.expiresAt)
        let of: HTML =
            kind == .credential
            ? """
            \(page.cell(.service, "\(row.service)"))\(page.cell(.name, "<code>\(row.name)</code>"))
            \(page.cell(.expires, end))
            """ : ""
        let reset: HTML =
            kind == .credential
            ? page.form(
                Form(.reset, kind),
                "\(page.hidden("key", row.id))\(page.button(.newPasswordFor, .small))") : ""
        return """
            <tr><th scope="row"><code class="no-break">\(row.id)</code></th>
            \(of)\(page.cell(.status, page.badge(page[label], tone)))
            \(page.cell(.created, page.moment(row.createdAt)))
            <td><div class="actions">\(toggle(row, page))\(reset)\
            \(page.opener(.delete, .smallDanger, opens: "delete-\(row.id)"))</div></td></tr>
            """
    }

    private func toggle(_ row: Row, _ page: PageContext) -> HTML {
        let isOn = row.status != .inactive
        return page.form(
            Form(isOn ? .deactivate : .activate, kind),
            """
            \(page.hidden("key", row.id))\
            \(page.button(isOn ? .makeInactive : .makeActive, .small))
            """)
    }

    private func confirmation(_ row: Row, _ page: PageContext) -> HTML {
        let id = "delete-\(row.id)"
        return page.dialog(
            id, title: page[.deleteServiceKeyQuestion],
            """
            <p><code>\(row.id)</code></p><p>\(page[.deleteServiceKeyText])</p>
            \(page.form(Form(.delete, kind), class: "actions", """
                \(page.hidden("key", row.id))\(page.button(.delete, .danger))\(page.cancel(id))
                """))
            """)
    }

    /// The form that uploads a key or a certificate, or makes a password.
    private func adding(_ problems: FormProblems, _ page: PageContext) -> HTML {
        let (boxes, label): (HTML, Phrase) =
            switch kind {
            case .sshKey:
                (
                    page.lines(
                        LinesField(
                            label: .sshPublicKey, name: Self.keyBox, value: typed,
                            hint: .sshPublicKeyHint, isRequired: true), problems),
                    .uploadSSHPublicKey
                )
            case .certificate:
                (
                    page.lines(
                        LinesField(
                            label: .signingCertificate, name: Self.certificateBox, value: typed,
                            hint: .signingCertificateHint, isRequired: true), problems),
                    .uploadCertificate
                )
            case .credential: (services(problems, page), .generateCredentials)
            }
        return page.form(
            Form(.add, kind), class: "stack tight",
            "\(boxes)<div class=\"actions\">\(page.button(label, .primary))</div>")
    }

    private func services(_ problems: FormProblems, _ page: PageContext) -> HTML {
        let options = ServiceSpecificCredentials.services.map {
            "<option>\($0.name)</option>" as HTML
        }
        return """
            <div class="field"><label for="field-service">\(page[.service])</label>
            <select id="field-service" name="\(Self.serviceBox)">\(options)</select></div>
            \(page.field(
                Field(
                    label: .daysUntilItEnds, name: Self.daysBox, kind: .number, value: typed,
                    hint: .daysUntilItEndsHint, isRequired: false, isShort: true), problems))
            """
    }

    // The names of the boxes.
    static let keyBox = "public-key"
    static let certificateBox = "certificate"
    static let serviceBox = "service"
    static let daysBox = "days"
}
