import IAMIdentifiers
package import IAMModel
import Store

/// The operations on whom to reach about an account.
package enum PrimaryContact {
    static let operations: [any Handler.Type] = [
        AccountManagement.GetContactInformation.self,
        AccountManagement.PutContactInformation.self,
        AccountManagement.SendPhoneNumberVerification.self,
        AccountManagement.VerifyPhoneNumber.self,
    ]

    /// The countries whose addresses have to have a state or region.
    ///
    /// Source: AWS Account Management API Reference, ContactInformation, "StateOrRegion".
    /// <https://docs.aws.amazon.com/accounts/latest/APIReference/API_ContactInformation.html>
    package static let countriesWithStates = ["BR", "CA", "DE", "GB", "IN", "JP", "US"]
}

extension AccountManagement.GetContactInformation: LookupHandler, AccountHandler {
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard let contact = try call.tables.contactInformation.find() else {
            throw AccountManagement.Errors.resourceNotFound(
                "The account \(call.account) has no contact information yet.")
        }
        return Output(contactInformation: .init(contact), verificationStatus: .notSupported)
    }
}

extension AccountManagement.PutContactInformation: ChangingHandler, AccountHandler {
    /// Sets the whole: what is left out is gone.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let contact = ContactInformation(input.contactInformation)
        guard contact.countryCode.utf8.allSatisfy({ ("A"..."Z").contains(Unicode.Scalar($0)) })
        else {
            throw IAMError.validationError(
                "CountryCode must be two capital letters, as ISO 3166 has them.",
                about: "ContactInformation")
        }
        let needsState = PrimaryContact.countriesWithStates.contains {
            $0.isExactly(contact.countryCode)
        }
        guard !needsState || contact.stateOrRegion != nil else {
            throw IAMError.validationError(
                "StateOrRegion is required for an address in \(contact.countryCode).",
                about: "ContactInformation")
        }
        try call.tables.contactInformation.set(contact)
        return Output()
    }
}

/// There is nothing here that could send a text message.
///
/// Source: AWS Account Management API Reference, SendPhoneNumberVerification, "Status".
/// <https://docs.aws.amazon.com/accounts/latest/APIReference/API_SendPhoneNumberVerification.html>
extension AccountManagement.SendPhoneNumberVerification: LookupHandler, AccountHandler {
    package static func handle(_ input: Input, on _: Void, _ call: Call) -> Output {
        Output(status: .notSupported)
    }
}

/// No code was sent, so that none is right.
extension AccountManagement.VerifyPhoneNumber: LookupHandler, AccountHandler {
    package static func handle(_ input: Input, on _: Void, _ call: Call) -> Output {
        Output(status: .notSupported)
    }
}

extension AccountManagement.Shape.ContactInformation {
    init(_ contact: ContactInformation) {
        self.init(
            fullName: Secret(contact.fullName), addressLine1: Secret(contact.addressLine1),
            city: Secret(contact.city), postalCode: Secret(contact.postalCode),
            countryCode: Secret(contact.countryCode), phoneNumber: Secret(contact.phoneNumber),
            addressLine2: contact.addressLine2.map { Secret($0) },
            addressLine3: contact.addressLine3.map { Secret($0) },
            stateOrRegion: contact.stateOrRegion.map { Secret($0) },
            districtOrCounty: contact.districtOrCounty.map { Secret($0) },
            companyName: contact.companyName.map { Secret($0) },
            websiteUrl: contact.websiteURL.map { Secret($0) })
    }
}

extension ContactInformation {
    fileprivate init(_ shape: AccountManagement.Shape.ContactInformation) {
        self.init(
            fullName: shape.fullName.reveal(), companyName: shape.companyName?.reveal(),
            phoneNumber: shape.phoneNumber.reveal(), addressLine1: shape.addressLine1.reveal(),
            addressLine2: shape.addressLine2?.reveal(), addressLine3: shape.addressLine3?.reveal(),
            city: shape.city.reveal(), districtOrCounty: shape.districtOrCounty?.reveal(),
            stateOrRegion: shape.stateOrRegion?.reveal(), postalCode: shape.postalCode.reveal(),
            countryCode: shape.countryCode.reveal(), websiteURL: shape.websiteUrl?.reveal())
    }
}
