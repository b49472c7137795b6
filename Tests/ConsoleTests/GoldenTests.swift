import Foundation
import Operations
import Testing

@testable import Console

/// Every page, whole, against the files in `Golden/`. `GATEHOUSE_WRITE_GOLDEN=1 swift test` writes
/// them anew; the difference is then read like code.
@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden")
    private static let writes = ProcessInfo.processInfo.environment["GATEHOUSE_WRITE_GOLDEN"] != nil

    /// A page of the gallery; the log names it and leaves its markup out.
    struct Case: CustomTestStringConvertible {
        var name: String
        var html: HTML
        var testDescription: String { name }
    }

    static let cases = Language.allCases.flatMap { language in
        Gallery.all(language).map { Case(name: "\($0.name).\(language.rawValue)", html: $0.html) }
    }

    @Test(arguments: cases) func pageIsAsReviewed(_ c: Case) throws {
        let page = c.html.markup.replacing(/(console|icon)-[0-9a-f]{16}\./) { "\($0.1)-HASH." }
        let file = Self.folder.appending(path: "\(c.name).html")
        if Self.writes {
            try FileManager.default.createDirectory(
                at: Self.folder, withIntermediateDirectories: true)
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        let reviewed = try String(contentsOf: file, encoding: .utf8)
        #expect(page == reviewed, "\(c.name) differs from its golden file")
    }

    @Test(arguments: cases) func passwordsAreMaskedAndManagersHelp(_ c: Case) {
        for box in c.html.markup.matches(
            of: /<input [^>]*name="(password|current|new|again)"[^>]*>/)
        where !box.0.contains("type=\"hidden\"") {
            #expect(box.0.contains("type=\"password\""))
            #expect(box.0.contains(/autocomplete="(current|new)-password"/))
        }
    }

    @Test(arguments: cases.filter { $0.html.markup.contains("<nav") })
    func signedInPagesOfferToSignOut(_ c: Case) {
        #expect(c.html.markup.contains("action=\"/signout\""))
    }

    @Test(arguments: cases) func pageHasOneHeadingAndItsLanguage(_ c: Case) {
        #expect(c.html.markup.matches(of: /<h1>/).count == 1)
        #expect(c.html.markup.contains("<html lang=\"\(c.name.suffix(2))\""))
        #expect(c.html.markup.contains("<main id=\"main\""))
    }

    @Test(arguments: cases) func idsAreUniqueAndReferencesLeadToThem(_ c: Case) {
        let ids = c.html.markup.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "an id of \(c.name) stands twice: \(ids)")
        let references = c.html.markup.matches(
            of: /\ (?:for|aria-labelledby|aria-describedby|aria-controls|popovertarget)="([^"]*)"/)
        for reference in references {
            for id in reference.1.split(separator: " ") {
                #expect(ids.contains(String(id)), "\(c.name): nothing has the id \(id)")
            }
        }
    }

    @Test(arguments: cases) func everyFormThatChangesSomethingCarriesTheToken(_ c: Case) {
        let forms = c.html.markup.matches(of: /<form method="post"/).count
        let tokens = c.html.markup.matches(of: /name="form-token" value="token"/).count
        #expect(forms == tokens, "\(c.name)")
    }

    /// A literal taken for text would be shown as text: visible, harmless and wrong.
    @Test(arguments: cases) func noMarkupOfOursIsShownAsText(_ c: Case) {
        #expect(!c.html.markup.contains("=&quot;"))
        #expect(
            !c.html.markup.contains(/&lt;\/?(p|div|span|li|tr|td|ul|form|button|section|code)\b/))
    }

    @Test(arguments: cases) func everyElementIsClosed(_ c: Case) {
        let void: Set = ["meta", "link", "input", "hr", "path", "circle", "br", "img", "wbr"]
        var open: [String] = []
        for tag in c.html.markup.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/) {
            let element = String(tag.2)
            if void.contains(element) { continue }
            if tag.1.isEmpty {
                open.append(element)
            } else {
                #expect(open.popLast() == element, "\(c.name): </\(element)>")
            }
        }
        #expect(open.isEmpty, "\(c.name): \(open)")
    }
}
