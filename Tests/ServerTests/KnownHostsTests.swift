import AWSWire
import Testing

@testable import Server

@Suite struct KnownHostsTests {
    private var hosts: KnownHosts {
        var configuration = Configuration()
        configuration.publicURL = PublicURL("https://id.example.com")
        configuration.hosts = ["id.internal"]
        configuration.listen = ListenAddress(host: "Gate.Office", port: 80)
        return KnownHosts(configuration.knownNames)
    }

    @Test(arguments: [
        "id.example.com", "id.example.com:8426", "ID.EXAMPLE.COM", "id.example.com.",
        "acme.signin.id.example.com", "123456789012.signin.id.example.com:443", "id.internal",
        "acme.signin.id.internal", "gate.office", "localhost", "localhost:1",
        "acme.signin.localhost:8426", "a.b.localhost", "127.0.0.1:8426", "192.0.2.7", "[::1]:8426",
        "[2001:db8::1]",
    ])
    func `the operator's names and those that nobody can rebind are known`(
        _ text: String
    ) throws {
        #expect(hosts.contains(try #require(Authority(text))))
    }

    @Test(arguments: [
        "evil.example", "example.com", "xid.example.com", "id.example.com.evil.example",
        "a.b.signin.id.example.com", ".signin.id.example.com", "signin.id.example.com",
        "acme.id.example.com", "acme.signin.evil.example", "localhost.evil.example", "xlocalhost",
        "localhost..", "127.0.0.1.evil.example", "127.1", "2130706433", "0x7f.0.0.1", "[::1::]",
        "[1:2]",
    ])
    func `other names are not`(_ text: String) throws {
        #expect(!hosts.contains(try #require(Authority(text))))
    }
}
