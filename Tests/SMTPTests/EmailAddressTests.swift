import Testing

@testable import SMTP

@Suite struct EmailAddressTests {
    @Test(arguments: [
        "a@b", "first.last+tag@mail.example.com", "o'neil@xn--bcher-kva.example",
        String(repeating: "a", count: 64) + "@b.c",
    ])
    func `an address of ASCII is taken as it is`(_ text: String) {
        #expect(EmailAddress(text)?.description == text)
    }

    @Test(arguments: [
        "", "a", "@b", "a@", "a@b@c", "a b@c", "a@b c", "a@b\r\nBcc: c@d", "a\n@b", "<a@b>",
        "a@b>", "\"a b\"@c", "a..b@c", ".a@b", "a@b..c", "a@[127.0.0.1]", "a,b@c", "a@b,c@d",
        "김@example.com", "a@bücher.example", "a\u{0}@b",
        String(repeating: "a", count: 65) + "@b.c",
        "a@" + String(repeating: "b", count: 253),
    ])
    func `anything else is refused`(_ text: String) {
        #expect(EmailAddress(text) == nil)
    }
}
