import AWSWire
import IAMIdentifiers
import IAMModel
import Operations

/// Who is reached about bills, operations and security beside the account's owner.
struct AlternateContactsSection: AccountSection {
    static let title = Phrase.alternateContacts

    enum Form: String {
        case save = "save-alternate-contact"
        case delete = "delete-alternate-contact"
    }

    typealias Kind = AccountManagement.Shape.AlternateContactType

    /// One contact as it is shown and edited.
    struct Contact: Sendable, Equatable {
        var name = ""
        var title = ""
        var email = ""
        var phone = ""
    }

    /// What is known of the contact of one kind.
    enum Found: Sendable, Equatable {
        case contact(Contact)
        case nobody
        /// Why the reader may not know.
        case denied(String)
    }

    var contacts: [Kind: Found]
    /// The kind that is being edited; nil for none.
    var edited: Kind?

    init(_ request: SignedInRequest) async throws {
        edited = AccountPage.edited(in: request)?.alternateContact
        contacts = [:]
        for kind in edited.map({ [$0] }) ?? Kind.allCases {
            contacts[kind] = try await Self.find(kind, request)
        }
    }

    init(contacts: [Kind: Found], edited: Kind? = nil) {
        self.contacts = contacts
        self.edited = edited
    }

    private static func find(_ kind: Kind, _ request: SignedInRequest) async throws -> Found {
        do {
            let found = try await request.run(
                AccountManagement.GetAlternateContact.self, .init(alternateContactType: kind)
            ).alternateContact
            return .contact(
                Contact(
                    name: found?.name?.reveal() ?? "", title: found?.title?.reveal() ?? "",
                    email: found?.emailAddress?.reveal() ?? "",
                    phone: found?.phoneNumber?.reveal() ?? ""))
        } catch let error as IAMError where error.code == AccountManagement.Errors.resourceNotFound
        {
            return .nobody
        } catch let error as IAMError where error.code == .accessDenied {
            return .denied(error.message)
        }
    }

    static func submit(
        _ form: String, _ request: SignedInRequest
    ) async throws -> AccountAnswer? {
        guard let form = Form(rawValue: form) else { return nil }
        guard let kind = Kind(rawValue: request.fields["type"]) else {
            return .reply(.page(ErrorPages.malformed(request.page), status: 400))
        }
        switch form {
        case .delete:
            let refused = try await request.problem {
                try await request.run(
                    AccountManagement.DeleteAlternateContact.self,
                    .init(alternateContactType: kind))
            }
            return refused.map { .refused(.one($0.message)) } ?? .done(.alternateContactDeleted)
        case .save:
            let contact = Contact(request.fields)
            let problems = contact.problems(request.page)
            guard problems.isEmpty else { return .refused(problems) }
            let refused = try await request.problem {
                try await request.run(
                    AccountManagement.PutAlternateContact.self, contact.input(kind))
            }
            return refused.map { .refused(.one($0.message)) } ?? .done(.alternateContactSaved)
        }
    }

    mutating func keep(_ fields: FormFields) {
        guard let edited else { return }
        contacts[edited] = .contact(Contact(fields))
    }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        if let edited, let found = contacts[edited] {
            switch found {
            case .denied(let sentence): return ErrorPages.facts(ofDenial: sentence, page)
            case .nobody: return editor(edited, Contact(), problems, page)
            case .contact(let contact): return editor(edited, contact, problems, page)
            }
        }
        let parts = Kind.allCases.map { kind in
            """
            <section class="stack tight"><h3>\(page[kind.name])</h3>
            <p class="quiet">\(page[kind.text])</p>
            \(shown(kind, page))</section>
            """ as HTML
        }
        return "\(parts)"
    }

    private func shown(_ kind: Kind, _ page: PageContext) -> HTML {
        let edit = page.linkButton(kind.edit, .small, to: AccountPage(edit: .init(kind)))
        switch contacts[kind] {
        case .denied(let sentence): return ErrorPages.facts(ofDenial: sentence, page)
        case .nobody, nil:
            return "<p>\(page[.noAlternateContact])</p><div class=\"actions\">\(edit)</div>"
        case .contact(let contact):
            let id = "delete-\(kind.rawValue.asciiLowercased)"
            return """
                \(page.facts([
                    (.contactName, "\(contact.name)"), (.contactTitle, "\(contact.title)"),
                    (.contactEmail, "\(contact.email)"), (.phoneNumber, "\(contact.phone)"),
                ]))
                <div class="actions">\(edit)\
                \(page.opener(kind.delete, .smallDanger, opens: id))</div>
                \(page.dialog(id, title: page[kind.delete], """
                    <p>\(page[.deleteContactText])</p>
                    \(page.form(Form.delete, class: "actions", """
                        \(page.hidden("type", kind.rawValue))\(page.button(.delete, .danger))\
                        \(page.cancel(id))
                        """))
                    """))
                """
        }
    }

    private func editor(
        _ kind: Kind, _ contact: Contact, _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        """
        <h3>\(page[kind.name])</h3><p class="quiet">\(page[kind.text])</p>
        \(page.form(Form.save, class: "stack tight", """
            \(page.hidden("type", kind.rawValue))
            \(page.field(
                Field(label: .contactName, name: "name", value: contact.name, maximumLength: 64),
                problems))
            \(page.field(
                Field(label: .contactTitle, name: "title", value: contact.title, maximumLength: 50),
                problems))
            \(page.field(
                Field(
                    label: .contactEmail, name: "email", kind: .email, value: contact.email,
                    maximumLength: 254), problems))
            \(page.field(
                Field(
                    label: .phoneNumber, name: "phone", value: contact.phone, maximumLength: 25,
                    inputMode: "tel"), problems))
            <div class="actions">\(page.button(.saveChanges, .primary))\
            \(page.linkButton(.cancel, to: AccountPage()))</div>
            """))
        """
    }
}

extension AlternateContactsSection.Contact {
    init(_ fields: FormFields) {
        self.init(
            name: fields.trimmed("name"), title: fields.trimmed("title"),
            email: fields.trimmed("email"), phone: fields.trimmed("phone"))
    }

    func input(
        _ kind: AlternateContactsSection.Kind
    ) -> AccountManagement.PutAlternateContact.Input {
        .init(
            name: Secret(name), title: Secret(title), emailAddress: Secret(email),
            phoneNumber: Secret(phone), alternateContactType: kind)
    }

    /// What the operation would refuse, at the box that it is about.
    func problems(_ page: PageContext) -> FormProblems {
        typealias Limits = AccountManagement.Limits
        var problems = FormProblems.none
        for (box, text, limits, phrase) in [
            ("name", name, Limits.name, Phrase.valueTooLong),
            ("title", title, Limits.title, .valueTooLong),
            ("email", email, Limits.emailAddress, .emailNotValid),
            ("phone", phone, Limits.phoneNumber, .alternatePhoneNotValid),
        ] {
            if text.isEmpty {
                problems.add(page[.enterValue], at: box)
            } else if !limits.violations(of: text).isEmpty {
                problems.add(page[phrase], at: box)
            }
        }
        return problems
    }
}

extension AccountManagement.Shape.AlternateContactType {
    fileprivate var name: Phrase {
        switch self {
        case .billing: .billingContact
        case .operations: .operationsContact
        case .security: .securityContact
        }
    }

    fileprivate var text: Phrase {
        switch self {
        case .billing: .billingContactText
        case .operations: .operationsContactText
        case .security: .securityContactText
        }
    }

    fileprivate var edit: Phrase {
        switch self {
        case .billing: .editBillingContact
        case .operations: .editOperationsContact
        case .security: .editSecurityContact
        }
    }

    fileprivate var delete: Phrase {
        switch self {
        case .billing: .deleteBillingContact
        case .operations: .deleteOperationsContact
        case .security: .deleteSecurityContact
        }
    }
}
