import Testing

@testable import IAMPolicy

@Suite struct IPAddressRangeTests {
    @Test(arguments: [
        ("0.0.0.0/0", "255.255.255.255"), ("10.1.2.3/8", "10.255.0.1"),
        ("192.0.2.128/25", "192.0.2.255"), ("192.0.2.1/32", "192.0.2.1"),
        ("::/0", "2001:db8::1"), ("2001:db8::/32", "2001:DB8:ffff::"),
        ("2001:db8::1", "2001:0db8:0:0:0:0:0:1"), ("::1", "0:0:0:0:0:0:0:1"),
        ("1::", "1:0:0:0:0:0:0:0"), ("64:ff9b::/96", "64:ff9b::192.0.2.1"),
        ("192.0.2.0/24", "::ffff:c000:0201"), ("::ffff:192.0.2.0/120", "192.0.2.7"),
        ("10.0.0.0/8", "10.1.0.0/16"),
    ])
    func contains(_ range: String, _ address: String) throws {
        let range = try #require(IPAddressRange(text: range))
        #expect(range.contains(try #require(IPAddressRange(text: address))))
    }

    @Test(arguments: [
        ("192.0.2.128/25", "192.0.2.127"), ("192.0.2.1", "192.0.2.2"), ("0.0.0.0/0", "::1"),
        ("::/0", "192.0.2.1"), ("2001:db8::/33", "2001:db8:8000::"), ("10.0.0.0/16", "10.0.0.0/8"),
    ])
    func doesNotContain(_ range: String, _ address: String) throws {
        let range = try #require(IPAddressRange(text: range))
        #expect(!range.contains(try #require(IPAddressRange(text: address))))
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4/33", "1.2.3.4/", "1.2.3.4/-1",
        "1.2.3.4/01", "1.2.3.4/8/8", "1.2.3.4 ", "0x1.2.3.4", ":", ":::", "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "12345::", "g::", "+1::", "::/129", "fe80::1%eth0",
        "1.2.3.4::", "::1.2.3", "localhost",
    ])
    func refuses(_ text: String) {
        #expect(IPAddressRange(text: text) == nil)
    }
}

extension IPAddressRange {
    fileprivate init?(text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }
}
