import IAMModel

extension Scenario {
    /// Whom to reach about an account, its regions, and what is of organizations alone.
    static let accountManagement: [Scenario] = [
        onAccount("GetAccountInformation"),
        onAccount("PutAccountName", ["AccountName": "Example 2"]),
        onAccount(
            "GetGovCloudAccountInformation",
            ending: .fails(AccountManagement.Errors.resourceNotFound)
        ),
        onAccount("GetContactInformation"), onAccount("PutContactInformation", contact),
        onAccount("SendPhoneNumberVerification"),
        onAccount("VerifyPhoneNumber", ["Otp": "Zx9Qk4"]),
        onAccount("GetAlternateContact", ["AlternateContactType": "BILLING"]),
        onAccount("PutAlternateContact", alternateContact),
        onAccount("DeleteAlternateContact", ["AlternateContactType": "BILLING"]),
        onAccount("ListRegions"),
        onAccount("GetRegionOptStatus", ["RegionName": "af-south-1"]),
        onAccount("EnableRegion", ["RegionName": "ap-east-1"]),
        onAccount("DisableRegion", ["RegionName": "af-south-1"]),
        onMember("GetPrimaryEmail"), onMember("GetPrimaryEmailUpdateStatus"),
        onMember("StartPrimaryEmailUpdate", ["PrimaryEmail": "new@example.com"]),
        onMember(
            "AcceptPrimaryEmailUpdate", ["PrimaryEmail": "new@example.com", "Otp": "Zx9Qk4"]),
    ]

    /// An address in a country without states, whole.
    static let contact = [
        "ContactInformation.FullName": "Mia Schmidt",
        "ContactInformation.CompanyName": "Example & Sons",
        "ContactInformation.PhoneNumber": "+41 44 555 01 23",
        "ContactInformation.AddressLine1": "Haupt 1", "ContactInformation.AddressLine2": "Haus 2",
        "ContactInformation.AddressLine3": "Stock 3", "ContactInformation.City": "Bern",
        "ContactInformation.DistrictOrCounty": "Mitte",
        "ContactInformation.StateOrRegion": "BE", "ContactInformation.PostalCode": "3011",
        "ContactInformation.CountryCode": "CH",
        "ContactInformation.WebsiteUrl": "https://example.com",
    ]

    static let alternateContact = [
        "AlternateContactType": "SECURITY", "Name": "Noor", "Title": "Guard",
        "EmailAddress": "guard@example.com", "PhoneNumber": "+41 44 555 01 24",
    ]

    private static func onAccount(
        _ operation: String, _ parameters: [String: String] = [:], ending: Ending = .succeeds
    ) -> Scenario {
        Scenario(
            operation, parameters, on: "arn:aws:account::{account}:account", service: "account",
            ending: ending)
    }

    /// What only the management account of an organization may ask, of another account.
    private static func onMember(
        _ operation: String, _ parameters: [String: String] = [:]
    ) -> Scenario {
        Scenario(
            operation, parameters.merging(["AccountId": "210987654321"]) { $1 },
            on: "arn:aws:account::{account}:account", service: "account",
            ending: .isRefusedToAll)
    }
}
