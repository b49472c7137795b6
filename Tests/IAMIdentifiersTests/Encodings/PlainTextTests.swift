import Testing

@testable import IAMIdentifiers

/// The way past the escapes of a notation, eight bytes at a time.
@Suite struct PlainTextTests {
    private static let marks = Set<UInt8>("\"&<>\\".utf8)

    @Test func `a text with one special byte anywhere is not plain`() {
        for length in 0...19 {
            let text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
            #expect(text.withUnsafeBufferPointer { $0.isPlain })
            for place in text.indices {
                for byte in UInt8.min...UInt8.max {
                    var text = text
                    text[place] = byte
                    let isPlain = 0x20...0x7F ~= byte && !Self.marks.contains(byte)
                    #expect(
                        text.withUnsafeBufferPointer { $0.isPlain } == isPlain,
                        "\(byte) at \(place) of \(length)")
                }
            }
        }
    }

    @Test func `bytes beside each other do not hide each other`() {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                let isPlain = [first, second].allSatisfy {
                    0x20...0x7F ~= $0 && !Self.marks.contains($0)
                }
                let text = [UInt8("a".utf8.first!), first, second] + [UInt8]("abcdefgh".utf8)
                #expect(
                    text.withUnsafeBufferPointer { $0.isPlain } == isPlain, "\(first), \(second)")
            }
        }
    }

    @Test(arguments: ["alice", "", "a text that is longer than fifteen bytes"])
    func `a plain text is written into its element`(_ text: String) {
        var bytes = Array("<A>".utf8)
        let isWritten = bytes.append(plain: text, inElement: "UserName")
        #expect(isWritten)
        #expect(String(decoding: bytes, as: UTF8.self) == "<A><UserName>\(text)</UserName>")
    }

    @Test func `a text that may need escapes is left to them`() {
        var bytes: [UInt8] = []
        for text in ["a<b", "é"] {
            let isWritten = bytes.append(plain: text, inElement: "UserName")
            #expect(!isWritten && bytes.isEmpty)
        }
    }

    @Test func `texts are put together in room for all of them`() {
        let text = String(size: 12) { room in
            for part in ["é", "", "user/", "alice"] { room.add(part) }
        }
        #expect(text.isExactly("éuser/alice"))
    }
}
