import Testing

@testable import Console

@Suite struct FormFieldsTests {
    @Test func fieldsKeepTheirOrderAndRepeat() throws {
        let fields = try #require(FormFields(encoded: "a=1&b=x+y%26z&a=2&c&=d"))
        #expect(fields.all("a") == ["1", "2"])
        #expect(fields["b"] == "x y&z")
        #expect(fields.has("c") && fields["c"].isEmpty)
        #expect(!fields.has("z") && fields["z"].isEmpty)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%C3=1"])
    func whatCannotBeReadIsRefused(_ text: String) { #expect(FormFields(encoded: text) == nil) }

    @Test func moreThanThirtyCombiningMarksInARowAreRefused() {
        let marks = String(repeating: "\u{301}", count: 31)
        for text in ["a=a\(marks)", "a\(marks)=1", "\(marks)&a=1"] {
            #expect(FormFields(encoded: text) == nil)
        }
        let fields = FormFields(encoded: "a=a\(String(marks.unicodeScalars.dropLast()))")
        #expect(fields?["a"].unicodeScalars.count == 31)
    }

    @Test func moreFieldsThanTheLimitAreRefused() {
        let most = Array(repeating: "a=1", count: FormFields.limit).joined(separator: "&")
        #expect(FormFields(encoded: most) != nil)
        #expect(FormFields(encoded: most + "&a=1") == nil)
        let longest = "a=" + String(repeating: "\"", count: FormFields.longest - 1)
        #expect(FormFields(encoded: longest + "&b=1") != nil)
        #expect(FormFields(encoded: longest + "&b=12") == nil)
    }

    @Test func whatIsTypedByHandLosesTheSpaceAroundIt() throws {
        let fields = try #require(FormFields(encoded: "a=+%20bob+smith%0A&b=+++"))
        #expect(fields.trimmed("a") == "bob smith")
        #expect(fields.trimmed("b") == "")
    }
}
