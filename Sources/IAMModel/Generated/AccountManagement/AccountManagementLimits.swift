// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire

extension AccountManagement {
    /// What the model's named types must satisfy, by the names of those types.
    package enum Limits {
        package static let accountId = StringLimits(pattern: Pattern(#"\d{12}"#))
        package static let accountName = StringLimits(
            min: 1, max: 50, pattern: Pattern(#"[ -;=?-~\u00A0-\uFFFD]+"#))
        package static let addressLine = StringLimits(min: 1, max: 60)
        package static let city = StringLimits(min: 1, max: 50)
        package static let companyName = StringLimits(min: 1, max: 50)
        package static let contactInformationPhoneNumber = StringLimits(
            min: 1, max: 20, pattern: Pattern(#"[+][\s0-9()-]+"#))
        package static let countryCode = StringLimits(min: 2, max: 2)
        package static let districtOrCounty = StringLimits(min: 1, max: 50)
        package static let emailAddress = StringLimits(
            min: 1, max: 254, pattern: Pattern(#"[\s]*[\w+=.#|!&-]+@[\w.-]+\.[\w]+[\s]*"#))
        package static let fullName = StringLimits(min: 1, max: 50)
        package static let listRegionsRequestMaxResultsInteger = IntegerLimits(min: 1, max: 50)
        package static let listRegionsRequestNextTokenString = StringLimits(min: 0, max: 1000)
        package static let name = StringLimits(min: 1, max: 64)
        package static let otp = StringLimits(pattern: Pattern(#"[a-zA-Z0-9]{6}"#))
        package static let phoneNumber = StringLimits(
            min: 1, max: 25, pattern: Pattern(#"[\s0-9()+-]+"#))
        package static let postalCode = StringLimits(min: 1, max: 20)
        package static let primaryEmailAddress = StringLimits(min: 5, max: 64)
        package static let regionName = StringLimits(min: 1, max: 50)
        package static let stateOrRegion = StringLimits(min: 1, max: 50)
        package static let title = StringLimits(min: 1, max: 50)
        package static let websiteUrl = StringLimits(min: 1, max: 256)
    }
}
