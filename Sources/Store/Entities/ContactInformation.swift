/// Whom to reach about an account, and where.
package struct ContactInformation: Sendable, Equatable {
    package var fullName: String
    package var companyName: String?
    package var phoneNumber: String
    package var addressLine1: String
    package var addressLine2: String?
    package var addressLine3: String?
    package var city: String
    package var districtOrCounty: String?
    package var stateOrRegion: String?
    package var postalCode: String
    /// Two letters, as ISO 3166 has them.
    package var countryCode: String
    package var websiteURL: String?

    package init(
        fullName: String, companyName: String? = nil, phoneNumber: String, addressLine1: String,
        addressLine2: String? = nil, addressLine3: String? = nil, city: String,
        districtOrCounty: String? = nil, stateOrRegion: String? = nil, postalCode: String,
        countryCode: String, websiteURL: String? = nil
    ) {
        self.fullName = fullName
        self.companyName = companyName
        self.phoneNumber = phoneNumber
        self.addressLine1 = addressLine1
        self.addressLine2 = addressLine2
        self.addressLine3 = addressLine3
        self.city = city
        self.districtOrCounty = districtOrCounty
        self.stateOrRegion = stateOrRegion
        self.postalCode = postalCode
        self.countryCode = countryCode
        self.websiteURL = websiteURL
    }
}
