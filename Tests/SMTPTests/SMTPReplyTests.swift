import TestRandom
import Testing

@testable import SMTP

/// What a server said, as the operator is shown it.
@Suite struct SMTPReplyTests {
    private func shown(_ lines: [String], without secrets: [String] = []) -> String {
        var reply = SMTPReply()
        for line in lines { reply.add(Array("\(line)\r\n".utf8)) }
        return reply.text(without: secrets.map { Array($0.utf8) })
    }

    @Test func `the last reply is shown in one line`() {
        #expect(shown(["250 ok", "550 5.1.1 No such user"]) == "550 5.1.1 No such user")
        #expect(
            shown(["250-a", "250 b", "550-5.7.1 Go", "550 5.7.1 away"])
                == "550 5.7.1 Go 5.7.1 away")
        #expect(shown(["220 hi", "451 <a@example.com>: later"]) == "451 <a@example.com>: later")
        #expect(shown(["550 no", "221 Bye"]) == "550 no")
        #expect(shown([]) == "")
    }

    @Test func `neither the password nor a link nor a token is shown`() {
        #expect(
            shown(["535 wrong: pass word, cGFzcw=="], without: ["pass word", "cGFzcw==", ""])
                == "535 wrong: ***, ***")
        #expect(
            shown(["554 blocked: http://id.example/x?token=1 is bad"])
                == "554 blocked: *** is bad")
        #expect(shown(["554 \(String(repeating: "x", count: 43))"]) == "554 ***")
    }

    @Test func `whatever a server says, what is shown is short and printable`() {
        var random = TestSeed.generator("SMTPReply")
        for _ in 0..<500 {
            var reply = SMTPReply()
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                reply.add(
                    (0..<Int.random(in: 0...200, using: &random)).map { _ in
                        [0x2D, 0x20, 0x35, 0x0D, 0x0A, 0x00, 0x41, 0xED, 0x1B]
                            .randomElement(using: &random) ?? 0
                    })
            }
            let text = reply.text(without: [[0x41, 0x41]])
            #expect(text.utf8.count <= 1_024)
            #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) })
            #expect(!text.contains("AA"))
        }
    }
}
