import IAMIdentifiers
import TestSupport
import Testing

@testable import Console

/// The columns of the list of users: which are shown is kept, without a script.
@Suite struct UserColumnTests {
    private static func signedIn() async throws -> Browser {
        let service = try await TestService(users: ["bob"])
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let page = try await browser.submit(
            "root", of: browser.get("/signin"), [("email", TestService.rootEmail)])
        _ = try await browser.submit(
            "sign-in", of: page, [("password", TestService.rootPassword.reveal())])
        return browser
    }

    @Test func theChoiceIsKeptAndLeadsBack() async throws {
        let browser = try await Self.signedIn()
        var page = await browser.get("/console/iam/users?sort=mfa&order=desc")
        #expect(page.shows("Password age") && page.shows("aria-sort=\"descending\""))
        #expect(!page.shows("<td data-label=\"Path\">"))
        page = try await browser.submit("columns", of: page, [("column", "path")])
        #expect(page.address == "/console/iam/users?sort=mfa&order=desc")
        page = await browser.get("/console/iam/users")
        #expect(page.shows("<td data-label=\"Path\">"))
        #expect(!page.shows("<td data-label=\"Password age\">"))
    }

    @Test func everyColumnCanBeHidden() async throws {
        let browser = try await Self.signedIn()
        _ = try await browser.submit("columns", of: browser.get("/console/iam/users"))
        let page = await browser.get("/console/iam/users")
        #expect(page.shows(">bob</a></th>") && !page.shows("<td data-label"))
    }

    @Test(arguments: ["path", "path,mfa,groups", "", "path,nothing,<b>,path", ","])
    func aCookieIsReadAsColumnsAndNothingElse(_ text: String) {
        let columns = UserColumn.hidden(in: text)
        #expect(UserColumn.hidden(in: UserColumn.text(ofHidden: columns)) == columns)
        #expect(columns.isSubset(of: [.path, .mfa, .groups]))
    }
}
