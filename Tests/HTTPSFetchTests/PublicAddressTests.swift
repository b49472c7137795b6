import HTTPSFetch
import IAMIdentifiers
import Testing

@Suite struct PublicAddressTests {
    static let forbidden = [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
        "169.254.169.254", "169.254.170.2", "172.16.0.1", "172.31.255.255", "192.0.0.1",
        "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
        "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1",
        "64:ff9b::7f00:1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff:fff::1", "4000::1",
    ]

    static let allowed = [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1",
        "126.0.0.1", "128.0.0.1", "169.253.0.1", "172.15.255.255", "172.32.0.1", "192.167.0.1",
        "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2001:4860:4860::8888",
        "2a00:1450::1", "3ffe::1",
    ]

    @Test("an address that is not public is not asked", arguments: forbidden)
    func forbids(_ text: String) throws {
        #expect(!PublicAddress.isPublic(try #require(IPAddress(text)).bytes))
    }

    @Test("a public address is", arguments: allowed)
    func allows(_ text: String) throws {
        #expect(PublicAddress.isPublic(try #require(IPAddress(text)).bytes))
    }

    @Test(
        "loopback alone is of this machine",
        arguments: ["127.0.0.1", "127.255.255.254", "::1"])
    func loopback(_ text: String) throws {
        #expect(PublicAddress.isOfThisMachine(try #require(IPAddress(text)).bytes))
    }

    @Test(
        "no other address is of this machine",
        arguments: ["0.0.0.0", "126.0.0.1", "128.0.0.1", "192.168.1.1", "8.8.8.8", "::", "::2"])
    func elsewhere(_ text: String) throws {
        #expect(!PublicAddress.isOfThisMachine(try #require(IPAddress(text)).bytes))
    }

    @Test("an address of IPv4 in the form of IPv6 is not public, whatever it stands for")
    func mapped() {
        let prefix = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        #expect(!PublicAddress.isPublic(prefix + [127, 0, 0, 1]))
        #expect(!PublicAddress.isPublic(prefix + [8, 8, 8, 8]))
        #expect(!PublicAddress.isPublic([]))
    }
}
