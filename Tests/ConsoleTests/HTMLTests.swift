import Testing

@testable import Console

@Suite struct HTMLTests {
    @Test func textIsInertAsContentAndInAttributes() {
        let name = "<script>alert(\"1\")</script>' & co"
        let page: HTML = "<p title=\"\(name)\">\(name)</p>"
        let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp; co"
        #expect(page.markup == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func charactersThatHTMLForbidsAreReplaced() {
        let text = "a\u{0}b\u{1B}c\u{85}d\te\nf"
        let page: HTML = "\(text)"
        #expect(page.markup == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\nf")
    }

    @Test func aCarriageReturnSurvivesTheParser() {
        let text = "a\rb"
        let page: HTML = "\(text)"
        #expect(page.markup == "a&#13;b")
    }

    @Test func piecesOfPageComposeUnescaped() {
        let text = "1 < 2"
        let bold: HTML = "<b>\(text)</b>"
        let none: HTML? = nil
        let page: HTML = "<p>\(bold)\([bold, bold])\(none)\(" hidden", if: false)\(7)</p>"
        let once = "<b>1 &lt; 2</b>"
        #expect(page.markup == "<p>\(once)\(once)\(once)7</p>")
    }

    @Test(arguments: [true]) func aLiteralWithinALiteralIsMarkupAndWhatItHoldsIsText(
        _ isShown: Bool
    ) {
        let name = "<i>"
        let page: HTML = "<p\(isShown ? "" : " hidden")>\(isShown ? "<b>\(name)</b>" : "")</p>"
        #expect(page.markup == "<p><b>&lt;i&gt;</b></p>")
        let chosen: HTML = "\(isShown ? name : "none")\("a" + name)"
        #expect(chosen.markup == "&lt;i&gt;a&lt;i&gt;")
    }

    @Test func anAddressIsEscapedLikeText() {
        let page: HTML = "<a href=\"\(UserPage(name: "a&b\"c", tab: .tags))\"></a>"
        #expect(page.markup == "<a href=\"/console/iam/users/a%26b%22c?tab=tags\"></a>")
    }

    @Test("a document is coloured up to a length, and a longer one has about its own bytes")
    func longDocuments() {
        func size(_ text: String) -> Int {
            CodeView.render(text, Gallery.page(HomePage())).markup.utf8.count
        }
        let lines = CodeView.longestColoured.lines
        #expect(size(String(repeating: "\n", count: lines - 1)) > 20 * lines)
        #expect(size(String(repeating: "\n", count: lines)) < lines + 500)
        let bytes = CodeView.longestColoured.bytes
        #expect(size(String(repeating: "1,", count: bytes / 2)) > 2 * bytes)
        #expect(size(String(repeating: "1,", count: bytes / 2 + 1)) < bytes + 500)
    }
}
