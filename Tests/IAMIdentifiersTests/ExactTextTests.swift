import IAMIdentifiers
import Testing

@Suite struct ExactTextTests {
    @Test("texts that Unicode calls equivalent are two")
    func equality() {
        #expect(ExactText("K") != ExactText("\u{212A}"))
        #expect(ExactText("\u{E9}") != ExactText("e\u{301}"))
        #expect(ExactText("e\u{301}"[...]) == ExactText("e\u{301}"))
        var counts: [ExactText: Int] = ["K": 1]
        counts["\u{212A}"] = 2
        #expect(counts["K"] == 1 && counts.count == 2)
        var names: Set<ExactText> = []
        #expect(names.add("K") && names.add("\u{212A}") && !names.add("K"))
    }

    @Test("they are in the order of their bytes")
    func order() {
        let texts: [ExactText] = ["b", "\u{E9}", "e\u{301}", "a"]
        #expect(texts.sorted().map(\.text.utf8.count) == [1, 1, 3, 2])
    }

    @Test("a mark on what a text begins or ends with changes nothing")
    func ends() {
        #expect("aws:\u{301}x".begins(with: "aws:"))
        #expect(!"aw".begins(with: "aws:"))
        #expect("x:\u{301}".ends(with: "\u{301}"))
        #expect(!"x".ends(with: "xx"))
        #expect("a:\u{301}b:".parts(at: ":").map(\.utf8.count) == [1, 3, 0])
        #expect("a::b".parts(at: ":", keepingEmpty: false) == ["a", "b"])
        #expect("a:b:c".parts(at: ":", maxSplits: 1) == ["a", "b:c"])
    }

    @Test("the case of ASCII's letters is folded and of no others")
    func letterCase() {
        #expect("\u{212A}AZ\u{C9}".asciiLowercased.utf8.elementsEqual("\u{212A}az\u{C9}".utf8))
    }
}
