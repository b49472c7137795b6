import IAMIdentifiers
import Testing

@Suite struct CombiningMarksTests {
    private static let acute = "\u{301}"

    @Test("thirty marks on a letter are text, one more is not")
    func limit() {
        let marks = String(repeating: Self.acute, count: 30)
        #expect(!("a" + marks + "b" + marks).hasLongCombiningRun)
        #expect(("a" + marks + "\u{316}").hasLongCombiningRun)
        #expect((marks + Self.acute).hasLongCombiningRun, "at the beginning, too")
    }

    @Test(
        "what people write has none",
        arguments: ["", "plain", "이메일 주소", "Ta\u{302}\u{301}t ca\u{309}", "สวัสดีครับ", "👩‍👩‍👧‍👦"])
    func writing(_ text: String) { #expect(!text.hasLongCombiningRun) }

    @Test("marks that are two marks in other words count")
    func decomposed() {
        #expect(String(repeating: "\u{F73}", count: 31).hasLongCombiningRun)
    }

    @Test("look-alikes of ASCII are not ASCII")
    func lookalikes() {
        #expect("\u{212A}ate" == "Kate", "which is why it has to be asked")
        #expect(!"\u{212A}ate".isPrintableASCII)
        #expect(!"a;\u{37E}".isPrintableASCII && !"a\0".isPrintableASCII)
        #expect("arn:aws:iam::123456789012:user/a b/Kate~".isPrintableASCII)
    }
}
