import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

/// The page of the account, as a conversation.
@Suite struct AccountPageTests {
    private static let contact = [
        ("full-name", "Mia Schmidt"), ("phone", "+41 44 555 01 23"), ("address-1", "Haupt 1"),
        ("city", "Bern"), ("postal-code", "3011"), ("country", "ch"),
    ]

    @Test func anAccountIsRenamed() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(AccountPage())
        let done = try await browser.submit(
            "rename-account", of: page, [("account-name", " 우리 회사 ")])
        #expect(done.shows("name was saved.") && done.shows("우리 회사"))
        let found = try await service.run(AccountManagement.GetAccountInformation.self, .init())
        #expect(found.accountName?.reveal() == "우리 회사")
        for name in ["", "a<b", String(repeating: "x", count: 51)] {
            let refused = try await browser.submit(
                "rename-account", of: done, [("account-name", name)])
            #expect(refused.status == 400 && refused.shows("id=\"field-account-name-error\""))
        }
    }

    @Test func contactInformationIsSavedWholeAndWhatIsTypedIsKept() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        #expect(await browser.get(AccountPage()).shows("There is no contact information yet."))
        let page = await browser.get(AccountPage(edit: .contact))
        var fields = Self.contact + [("company", "Acme")]
        let refused = try await browser.submit(
            "save-contact", of: page,
            fields.map { $0.0 == "phone" ? ("phone", "555") : $0 })
        #expect(refused.status == 400 && refused.shows("id=\"field-phone-error\""))
        #expect(refused.shows("value=\"Mia Schmidt\"") && refused.shows("value=\"555\""))
        let german = try await browser.submit(
            "save-contact", of: page, fields.map { $0.0 == "country" ? ("country", "DE") : $0 })
        #expect(german.shows("id=\"field-state-error\""))
        let missing = try await browser.submit("save-contact", of: page, [])
        for box in ["full-name", "phone", "address-1", "city", "postal-code", "country"] {
            #expect(missing.shows("id=\"field-\(box)-error\""))
        }
        let done = try await browser.submit("save-contact", of: page, fields)
        #expect(done.address == "/console/account" && done.shows("Mia Schmidt"))
        #expect(done.shows("<dd>CH</dd>") && done.shows("<dd>Acme</dd>"))
        fields.removeLast()
        let again = try await browser.submit(
            "save-contact", of: browser.get(AccountPage(edit: .contact)),
            fields + [("company", "")])
        #expect(!again.shows("<dd>Acme</dd>"))
    }

    @Test func alternateContactsAreNamedAndDeleted() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(AccountPage(edit: .security))
        #expect(page.shows("Security contact") && !page.shows("Billing contact"))
        let fields = [
            ("name", "Noor"), ("title", "Guard"), ("email", "guard@example.com"),
            ("phone", "+41 1"),
        ]
        let refused = try await browser.submit(
            "save-alternate-contact", of: page,
            fields.map { $0.0 == "email" ? ("email", "nowhere") : $0 })
        #expect(refused.status == 400 && refused.shows("id=\"field-email-error\""))
        #expect(refused.shows("value=\"nowhere\"") && refused.shows("value=\"Noor\""))
        let done = try await browser.submit("save-alternate-contact", of: page, fields)
        #expect(done.shows("The alternate contact was saved.") && done.shows("Noor"))
        let gone = try await browser.submit("delete-alternate-contact", of: done)
        #expect(gone.shows("The alternate contact was deleted.") && !gone.shows("Noor"))
        let strange = try await browser.submit(
            "save-alternate-contact", of: page, fields + [("type", "NONE")])
        #expect(strange.status == 400)
    }

    @Test func regionsAreFoundEnabledAndDisabled() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(AccountPage(region: "cape TOWN"))
        #expect(page.shows("af-south-1") && !page.shows("us-east-1"))
        let enabled = try await browser.submit("enable-region", of: page)
        #expect(enabled.shows("The region was enabled."))
        let statuses = try await service.run(
            AccountManagement.GetRegionOptStatus.self, .init(regionName: "af-south-1"))
        #expect(statuses.regionOptStatus == .enabled)
        let again = try await browser.submit("enable-region", of: page)
        #expect(again.status == 400 && again.shows("current opt-in status"))
        let disabled = try await browser.submit("disable-region", of: enabled)
        #expect(disabled.shows("The region was disabled."))
        #expect(await browser.get(AccountPage(region: "zz")).shows("Nothing was found."))
    }

    @Test func billingAccessIsActivatedAndDeactivated() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(AccountPage())
        #expect(page.shows("IAM user and role access to billing information"))
        let active = try await browser.submit("activate-billing-access", of: page)
        #expect(active.shows("Activated") && active.shows(">Deactivate</button>"))
        #expect(
            try await service.run(GetIAMAccessPreference.self, .init()).isActivated)
        let off = try await browser.submit("deactivate-billing-access", of: active)
        #expect(off.shows(">Activate</button>"))
        #expect(
            try await !service.run(GetIAMAccessPreference.self, .init()).isActivated)
    }

    @Test func whoMayNothingSeesTheDenialsAndNothingOfTheRootUsers() async throws {
        let service = try await TestService(users: ["bob"])
        let browser = try await ConversationTests.user("bob", of: service)
        let page = await browser.get(AccountPage())
        #expect(page.status == 200)
        for action in ["GetAccountInformation", "GetContactInformation", "ListRegions"] {
            #expect(page.shows("account:\(action)"))
        }
        #expect(!page.shows("billing information") && !page.shows(TestService.rootEmail))
        // A form that he is not shown is nothing's.
        let token = try #require(
            page.text.firstMatch(of: /name="form-token" value="([0-9a-f]+)"/)
        ).1
        let answer = await browser.post(
            AccountPage(),
            [("form-token", String(token)), ("form", "activate-billing-access")])
        #expect(answer.status == 400)
        #expect(
            try await !service.run(GetIAMAccessPreference.self, .init()).isActivated)
    }

    @Test func whoMayReadSeesWhatPoliciesAllowAndIsRefusedTheRest() async throws {
        let policy = Policies.allow("account:*").replacing(
            #""account:*""#, with: #"["account:GetAccountInformation","account:ListRegions"]"#)
        let service = try await TestService(users: ["bob"], policies: ["bob": policy])
        let browser = try await ConversationTests.user("bob", of: service)
        let page = await browser.get(AccountPage())
        #expect(page.shows("name=\"account-name\"") && page.shows("af-south-1"))
        #expect(page.shows("account:GetContactInformation"))
        let refused = try await browser.submit(
            "rename-account", of: page, [("account-name", "Mine")])
        #expect(refused.status == 403 && refused.shows("account:PutAccountName"))
    }

    @Test func theAccountMenuLeadsThere() async throws {
        let service = try await TestService()
        let english = try await ConversationTests.root(of: service)
        #expect(await english.get(HomePage()).shows("<a href=\"/console/account\">Account</a>"))
        let korean = try await ConversationTests.root(of: service, language: "ko")
        #expect(await korean.get(HomePage()).shows("<a href=\"/console/account\">계정</a>"))
    }
}
