import AWSWire
import IAMIdentifiers
import IAMModel
import Operations

/// Whom to reach about the account: name, address, phone.
struct ContactSection: AccountSection {
    static let title = Phrase.contactInformation

    enum Form: String { case save = "save-contact" }

    typealias Contact = AccountManagement.Shape.ContactInformation

    /// By the names of the boxes; empty when there is none yet.
    var values: [Box: String]
    var isEditing: Bool

    init(_ request: SignedInRequest) async throws {
        isEditing = AccountPage.edited(in: request) == .contact
        do {
            let found = try await request.run(
                AccountManagement.GetContactInformation.self, .init()
            ).contactInformation
            values = found.map(Box.values(of:)) ?? [:]
        } catch let error as IAMError where error.code == AccountManagement.Errors.resourceNotFound
        {
            values = [:]
        }
    }

    init(values: [Box: String], isEditing: Bool = false) {
        self.values = values
        self.isEditing = isEditing
    }

    static func submit(
        _ form: String, _ request: SignedInRequest
    ) async throws -> AccountAnswer? {
        guard Form(rawValue: form) == .save else { return nil }
        let values = Box.values(in: request.fields)
        var problems = Box.problems(with: values, request.page)
        guard problems.isEmpty else { return .refused(problems) }
        let refused = try await request.problem {
            try await request.run(
                AccountManagement.PutContactInformation.self,
                .init(contactInformation: Box.contact(values)))
        }
        guard let refused else { return .done(.contactSaved) }
        problems.add(refused.message)
        return .refused(problems)
    }

    mutating func keep(_ fields: FormFields) { values = Box.values(in: fields) }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        guard isEditing else { return shown(page) }
        let boxes = Box.allCases.map { box in
            page.field(
                Field(
                    label: box.label, name: box.rawValue, value: values[box] ?? "",
                    hint: box.hint, isRequired: box.isRequired, autocomplete: box.autocomplete,
                    maximumLength: box.limits.max, isShort: box == .country),
                problems)
        }
        return """
            <p class="quiet">\(page[.contactText])</p>
            \(page.form(Form.save, class: "stack tight", """
                \(boxes)
                <div class="actions">\(page.button(.saveChanges, .primary))\
                \(page.linkButton(.cancel, to: AccountPage()))</div>
                """))
            """
    }

    private func shown(_ page: PageContext) -> HTML {
        let edit = page.linkButton(.editContact, to: AccountPage(edit: .contact))
        guard !values.isEmpty else {
            return """
                <p>\(page[.noContact])</p><p class="quiet">\(page[.contactText])</p>
                <div class="actions">\(edit)</div>
                """
        }
        let rows = Box.allCases.compactMap { box in
            values[box].map { (box.label, "\($0)" as HTML) }
        }
        return "\(page.facts(rows))<div class=\"actions\">\(edit)</div>"
    }
}

extension ContactSection {
    /// A box of the form; the value is its name.
    enum Box: String, Sendable, CaseIterable {
        case fullName = "full-name"
        case company
        case phone
        case line1 = "address-1"
        case line2 = "address-2"
        case line3 = "address-3"
        case city
        case district
        case state
        case postalCode = "postal-code"
        case country
        case website

        var label: Phrase {
            switch self {
            case .fullName: .fullName
            case .company: .company
            case .phone: .phoneNumber
            case .line1: .addressLine1
            case .line2: .addressLine2
            case .line3: .addressLine3
            case .city: .city
            case .district: .district
            case .state: .state
            case .postalCode: .postalCode
            case .country: .country
            case .website: .website
            }
        }

        var hint: Phrase? {
            switch self {
            case .phone: .phoneHint
            case .country: .countryHint
            case .state: .stateHint
            case .fullName, .company, .line1, .line2, .line3, .city, .district, .postalCode,
                .website:
                nil
            }
        }

        var isRequired: Bool {
            switch self {
            case .fullName, .phone, .line1, .city, .postalCode, .country: true
            case .company, .line2, .line3, .district, .state, .website: false
            }
        }

        /// Source: HTML Standard, "Autofill".
        var autocomplete: String {
            switch self {
            case .fullName: "name"
            case .company: "organization"
            case .phone: "tel"
            case .line1: "address-line1"
            case .line2: "address-line2"
            case .line3: "address-line3"
            case .city: "address-level2"
            case .district: "address-level3"
            case .state: "address-level1"
            case .postalCode: "postal-code"
            case .country: "country"
            case .website: "url"
            }
        }

        var limits: StringLimits {
            typealias Limits = AccountManagement.Limits
            return switch self {
            case .fullName: Limits.fullName
            case .company: Limits.companyName
            case .phone: Limits.contactInformationPhoneNumber
            case .line1, .line2, .line3: Limits.addressLine
            case .city: Limits.city
            case .district: Limits.districtOrCounty
            case .state: Limits.stateOrRegion
            case .postalCode: Limits.postalCode
            case .country: Limits.countryCode
            case .website: Limits.websiteUrl
            }
        }
    }
}

// From what is typed to what the API takes, and back.
extension ContactSection.Box {
    /// What was typed. A box that is left empty has no value; a country may be in small letters.
    static func values(in fields: FormFields) -> [Self: String] {
        var values: [Self: String] = [:]
        for box in allCases {
            let text = fields.trimmed(box.rawValue)
            if !text.isEmpty { values[box] = box == .country ? capital(text) : text }
        }
        return values
    }

    /// A text with its ASCII letters as capital ones.
    private static func capital(_ text: String) -> String {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        return String(
            decoding: text.utf8.map { letters ~= $0 ? $0 - 0x20 : $0 }, as: UTF8.self)
    }

    static func values(of contact: ContactSection.Contact) -> [Self: String] {
        let all: [Self: Secret?] = [
            .fullName: contact.fullName, .company: contact.companyName,
            .phone: contact.phoneNumber, .line1: contact.addressLine1,
            .line2: contact.addressLine2, .line3: contact.addressLine3, .city: contact.city,
            .district: contact.districtOrCounty, .state: contact.stateOrRegion,
            .postalCode: contact.postalCode, .country: contact.countryCode,
            .website: contact.websiteUrl,
        ]
        return all.compactMapValues { $0?.reveal() }
    }

    static func contact(_ values: [Self: String]) -> ContactSection.Contact {
        func required(_ box: Self) -> Secret { Secret(values[box] ?? "") }
        func optional(_ box: Self) -> Secret? { values[box].map { Secret($0) } }
        return .init(
            fullName: required(.fullName), addressLine1: required(.line1), city: required(.city),
            postalCode: required(.postalCode), countryCode: required(.country),
            phoneNumber: required(.phone), addressLine2: optional(.line2),
            addressLine3: optional(.line3), stateOrRegion: optional(.state),
            districtOrCounty: optional(.district), companyName: optional(.company),
            websiteUrl: optional(.website))
    }

    /// What the operation would refuse, at the box that it is about.
    static func problems(with values: [Self: String], _ page: PageContext) -> FormProblems {
        var problems = FormProblems.none
        for box in allCases {
            guard let text = values[box] else {
                if box.isRequired { problems.add(page[.enterValue], at: box.rawValue) }
                continue
            }
            if let phrase = box.problem(with: text) {
                problems.add(page[phrase], at: box.rawValue)
            }
        }
        let needsState = PrimaryContact.countriesWithStates.contains { country in
            values[.country].map { country.isExactly($0) } ?? false
        }
        if needsState, values[.state] == nil {
            problems.add(page[.stateNeeded], at: Self.state.rawValue)
        }
        return problems
    }

    private func problem(with text: String) -> Phrase? {
        let isCode = text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
        if self == .country, !isCode { return .countryNotValid }
        guard !limits.violations(of: text).isEmpty else { return nil }
        return switch self {
        case .phone: .phoneNotValid
        case .country: .countryNotValid
        default: .valueTooLong
        }
    }
}
