package import IAMIdentifiers

/// Whom to reach about each account.
package struct ContactInformationTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// Nil until it was set.
    package func find() throws(StoreError) -> ContactInformation? {
        try transaction.rows(
            """
            SELECT full_name, company_name, phone_number, address_line_1, address_line_2,
                address_line_3, city, district_or_county, state_or_region, postal_code,
                country_code, website_url
            FROM contact_information WHERE account_id = \(account)
            """
        ).first.map(Self.contact)
    }

    /// Sets it, whole.
    package func set(_ contact: ContactInformation) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM contact_information WHERE account_id = \(account)")
        try transaction.execute(
            """
            INSERT INTO contact_information (account_id, full_name, company_name, phone_number,
                address_line_1, address_line_2, address_line_3, city, district_or_county,
                state_or_region, postal_code, country_code, website_url)
            VALUES (\(account), \(contact.fullName), \(contact.companyName),
                \(contact.phoneNumber), \(contact.addressLine1), \(contact.addressLine2),
                \(contact.addressLine3), \(contact.city), \(contact.districtOrCounty),
                \(contact.stateOrRegion), \(contact.postalCode), \(contact.countryCode),
                \(contact.websiteURL))
            """)
    }

    private static func contact(_ row: Row) throws(StoreError) -> ContactInformation {
        ContactInformation(
            fullName: try row.text("full_name"),
            companyName: try row.textIfPresent("company_name"),
            phoneNumber: try row.text("phone_number"),
            addressLine1: try row.text("address_line_1"),
            addressLine2: try row.textIfPresent("address_line_2"),
            addressLine3: try row.textIfPresent("address_line_3"),
            city: try row.text("city"),
            districtOrCounty: try row.textIfPresent("district_or_county"),
            stateOrRegion: try row.textIfPresent("state_or_region"),
            postalCode: try row.text("postal_code"),
            countryCode: try row.text("country_code"),
            websiteURL: try row.textIfPresent("website_url"))
    }
}
