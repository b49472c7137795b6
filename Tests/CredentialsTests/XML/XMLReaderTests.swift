import Credentials
import Testing

@Suite struct XMLReaderTests {
    private func root(_ text: String) throws -> XMLElement {
        try XMLReader.root(of: Array(text.utf8))
    }

    @Test func elementsHaveTheirNamespacesAttributesAndText() throws {
        let root = try root(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- before --><a xmlns="urn:one" xmlns:p="urn:two" x="1" p:x='2 &amp;
            3'>text<p:b/><![CDATA[<raw>&]]>&#x41;&#66;<c xmlns="">inner</c></a>
            """)
        #expect(root.isNamed("a", in: "urn:one"))
        #expect(root.attribute("x") == "1")
        #expect(root.attributes.map(\.value) == ["1", "2 & 3"])
        #expect(root.text == "text<raw>&AB")
        #expect(root.only("b", in: "urn:two") != nil)
        #expect(root.only("c", in: "")?.onlyText == "inner")
        #expect(root.onlyText == nil)
    }

    @Test("a comment or an instruction in a text does not end it")
    func textIsWhole() throws {
        #expect(try root("<a>admin<!-- -->.evil<?p x?>.example</a>").text == "admin.evil.example")
    }

    @Test func linesEndWithLineFeeds() throws {
        #expect(try root("<a>1\r\n2\r3<![CDATA[\r\n]]></a>").text == "1\n2\n3\n")
    }

    @Test(
        "what is not well-formed XML of one root element is refused",
        arguments: [
            "", "text", "<a>", "<a></b>", "<a/><b/>", "<a/>text", "<a b=1/>", "<a b='1' b='2'/>",
            "<a b='<'/>", "<a>]]></a>", "<a>&unknown;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>",
            "<a>&#x110000;</a>", "<a>\u{1}</a>", "<p:a/>", "<a p:b='1'/>", "<a:b:c/>", "<:a/>",
            "<a:/>", "<1a/>", "<a b='1'c='2'/>", "<a><!-- -- --></a>",
            "<a><?xml version='1.0'?></a>",
            "<a xmlns:p=''/>", "<a xmlns:xmlns='urn:x'/>", "<a xmlns='urn:x' xmlns='urn:y'/>",
            "<a xmlns:p='urn:x' xmlns:q='urn:x' p:b='1' q:b='2'/>", "<a><![CDATA[</a>",
            "<a><!ELEMENT a ANY></a>", "<?xml version='1.0' encoding='UTF-16'?><a/>", "</a>",
        ])
    func malformed(_ text: String) {
        #expect(throws: XMLError.self) { try root(text) }
    }

    @Test func aDocumentTypeIsRefused() {
        let text = "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>"
        #expect(throws: XMLError.documentType) { try root(text) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: XMLError.notUTF8) {
            try XMLReader.root(of: [0x3C, 0x61, 0xFF, 0x2F, 0x3E])
        }
        #expect(throws: XMLError.byteOrderMark) { try root("\u{FEFF}<a/>") }
        let marks = String(repeating: "\u{301}", count: 40)
        #expect(throws: XMLError.notUTF8) { try root("<a>e\(marks)</a>") }
    }

    @Test("there are limits for depth, elements, attributes and namespaces")
    func limits() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        _ = try root(nested(64))
        #expect(throws: XMLError.tooComplex) { try root(nested(65)) }
        #expect(throws: XMLError.tooComplex) { try root(nested(1_000_000)) }
        func attributes(_ count: Int, _ prefix: String) -> String {
            "<a " + (0..<count).map { "\(prefix)\($0)='urn:\($0)'" }.joined(separator: " ") + "/>"
        }
        _ = try root(attributes(64, "b"))
        #expect(throws: XMLError.tooComplex) { try root(attributes(65, "b")) }
        #expect(throws: XMLError.tooComplex) { try root(attributes(65, "xmlns:b")) }
        let many = "<a>" + String(repeating: "<b/>", count: 200_000) + "</a>"
        #expect(throws: XMLError.tooComplex) { try root(many) }
    }
}
