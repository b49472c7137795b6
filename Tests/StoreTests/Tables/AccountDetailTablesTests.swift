import IAMIdentifiers
import Store
import Testing

/// Whom to reach about an account, its regions, and who decides about its bills.
@Suite struct AccountDetailTablesTests {
    private static let contact = ContactInformation(
        fullName: "Mia", companyName: "Example", phoneNumber: "+41 1", addressLine1: "Haupt 1",
        addressLine2: "Haus 2", addressLine3: "Stock 3", city: "Bern", districtOrCounty: "Mitte",
        stateOrRegion: "BE", postalCode: "3011", countryCode: "CH",
        websiteURL: "https://example.com")

    @Test func contactInformationIsSetWholeAndOfOneAccount() async throws {
        try await TableFixture().write { transaction in
            let table = ContactInformationTable(transaction, of: TableFixture.ours)
            let other = ContactInformationTable(transaction, of: TableFixture.theirs)
            #expect(try table.find() == nil)
            try table.set(Self.contact)
            try other.set(Self.contact)
            #expect(try table.find() == Self.contact)
            let short = ContactInformation(
                fullName: "Noor", phoneNumber: "+1", addressLine1: "1", city: "Basel",
                postalCode: "4001", countryCode: "CH")
            try table.set(short)
            #expect(try table.find() == short)
            #expect(try other.find() == Self.contact)
        }
    }

    @Test func thereIsOneAlternateContactOfEachKind() async throws {
        try await TableFixture().write { transaction in
            let table = AlternateContactTable(transaction, of: TableFixture.ours)
            let other = AlternateContactTable(transaction, of: TableFixture.theirs)
            for kind in AlternateContact.Kind.allCases {
                #expect(try table.find(kind) == nil)
                let first = AlternateContact(
                    kind: kind, name: "Mia", title: "Guard", email: "m@example.com",
                    phoneNumber: "1")
                try table.set(first)
                try other.set(first)
                var second = first
                second.name = "Noor"
                try table.set(second)
                #expect(try table.find(kind) == second)
                #expect(try other.find(kind) == first)
            }
            #expect(try table.delete(.billing))
            #expect(try !table.delete(.billing))
            #expect(try table.find(.billing) == nil)
            #expect(try table.find(.security) != nil)
            #expect(try other.find(.billing) != nil)
        }
    }

    @Test func regionsAreEnabledAndDisabled() async throws {
        try await TableFixture().write { transaction in
            let table = AccountRegionTable(transaction, of: TableFixture.ours)
            #expect(try table.enabled() == [])
            for region in ["eu-south-1", "af-south-1", "ap-east-1"] {
                try table.set(region, isEnabled: true, at: TableFixture.start)
            }
            try table.set("eu-south-1", isEnabled: false, at: TableFixture.start)
            #expect(try table.enabled() == ["af-south-1", "ap-east-1"])
            let other = AccountRegionTable(transaction, of: TableFixture.theirs)
            #expect(try other.enabled() == [])
        }
    }

    @Test func billingAccessIsOffAtFirst() async throws {
        try await TableFixture().write { transaction in
            let table = AccountTable(transaction)
            #expect(try !table.hasIAMBillingAccess(TableFixture.ours))
            try table.setIAMBillingAccess(true, of: TableFixture.ours)
            #expect(try table.hasIAMBillingAccess(TableFixture.ours))
            #expect(try !table.hasIAMBillingAccess(TableFixture.theirs))
            try table.setIAMBillingAccess(false, of: TableFixture.ours)
            #expect(try !table.hasIAMBillingAccess(TableFixture.ours))
        }
    }
}
