import IAMIdentifiers
import Testing

@Suite struct BytePiecesTests {
    @Test(
        "bytes are taken apart at each separator",
        arguments: [
            ("", [""]), (";", ["", ""]), ("a", ["a"]), ("a;b", ["a", "b"]),
            (";a;;b;", ["", "a", "", "b", ""]),
        ] as [(String, [String])])
    func pieces(_ text: String, _ pieces: [String]) {
        let bytes = Array("x\(text)".utf8).dropFirst()
        #expect(bytes.pieces(between: ";").map { String(decoding: $0, as: UTF8.self) } == pieces)
        #expect(pieces == text.parts(at: ";"))
    }
}
