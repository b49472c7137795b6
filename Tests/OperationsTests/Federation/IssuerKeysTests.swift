import Credentials
import HTTPSFetch
import IAMIdentifiers
import Operations
import Store
import Synchronization
import TestSupport
import Testing
import Workers

@Suite struct IssuerKeysTests {
    private static let issuer = "https://id.example.com"
    private static let thumbprint = String(repeating: "a1", count: 20)

    /// Issuers that a test makes, and what is asked of them.
    private final class Network: Sendable {
        let documents: Mutex<[String: String]>
        let failure = Mutex<HTTPSFailure?>(nil)
        let asked = Mutex<[HTTPSRequest]>([])
        let time = Mutex(Duration.seconds(1_000))

        init(_ documents: [String: String]) { self.documents = Mutex(documents) }

        convenience init() {
            self.init([
                issuer + "/.well-known/openid-configuration":
                    #"{"issuer":"\#(issuer)","jwks_uri":"\#(issuer)/keys"}"#,
                issuer + "/keys": TestIssuer.shared.keys,
            ])
        }

        func keys(_ settings: FederationSettings = .init()) -> IssuerKeys {
            IssuerKeys(settings, elapsed: { self.time.withLock { $0 } }) {
                request, _ throws(HTTPSFailure) in
                self.asked.withLock { $0.append(request) }
                if let failure = self.failure.withLock({ $0 }) { throw failure }
                guard let text = self.documents.withLock({ $0[request.url] }) else {
                    throw .status(404)
                }
                return Array(text.utf8)
            }
        }

        func pass(_ seconds: Int) { time.withLock { $0 += .seconds(seconds) } }
        var count: Int { asked.withLock { $0.count } }
    }

    private static func provider(
        _ url: String = issuer, thumbprints: [String] = [], of account: String = "111111111111"
    ) throws -> OpenIDConnectProvider {
        OpenIDConnectProvider(
            account: try #require(AccountID(account)), id: UniqueID(stored: "OIDC1"), url: url,
            thumbprints: thumbprints, createdAt: Timestamp(seconds: 0))
    }

    private static func error(
        _ network: Network, _ provider: OpenIDConnectProvider,
        _ settings: FederationSettings = .init()
    ) async throws -> IssuerKeysError? {
        do throws(IssuerKeysError) {
            _ = try await network.keys(settings).keys(of: provider, needing: nil)
            return nil
        } catch {
            return error
        }
    }

    @Test("keys are fetched once, for every account, and again after ten minutes")
    func keeps() async throws {
        let network = Network()
        let keys = network.keys()
        for account in ["111111111111", "222222222222"] {
            let set = try await keys.keys(of: Self.provider(of: account), needing: "rsa")
            #expect(set.keys.count == 4)
        }
        #expect(network.count == 2)
        #expect(network.asked.withLock { $0.allSatisfy { !$0.mayBePrivate } })
        network.pass(599)
        _ = try await keys.keys(of: Self.provider(), needing: "rsa")
        #expect(network.count == 2)
        network.pass(1)
        _ = try await keys.keys(of: Self.provider(), needing: "rsa")
        #expect(network.count == 4)
    }

    @Test("an unknown key has them fetched again, once a minute at most")
    func unknownKey() async throws {
        let network = Network()
        let keys = network.keys()
        for _ in 1...20 { _ = try await keys.keys(of: Self.provider(), needing: "new") }
        #expect(network.count == 2)
        network.pass(60)
        network.documents.withLock {
            $0[Self.issuer + "/keys"] =
                #"{"keys":[\#(TestIssuer.shared.rsaKey(#""kid":"new""#))]}"#
        }
        let set = try await keys.keys(of: Self.provider(), needing: "new")
        #expect(set.hasKey("new") && !set.hasKey("rsa"))
        #expect(network.count == 4)
    }

    @Test("an issuer that gives no keys is left alone for five seconds")
    func failure() async throws {
        let network = Network()
        network.failure.withLock { $0 = .unreachable("down") }
        let keys = network.keys()
        for _ in 1...5 {
            await #expect(throws: IssuerKeysError.unreachable) {
                try await keys.keys(of: Self.provider(), needing: nil)
            }
        }
        #expect(network.count == 1)
        network.failure.withLock { $0 = nil }
        network.pass(5)
        _ = try await keys.keys(of: Self.provider(), needing: nil)
        #expect(network.count == 3)
    }

    @Test("keys for which a thumbprint vouches serve those alone who have it")
    func thumbprints() async throws {
        let documents = Network()
        let keys = IssuerKeys(.init(), elapsed: { .seconds(1) }) {
            request, _ throws(HTTPSFailure) in
            documents.asked.withLock { $0.append(request) }
            guard request.thumbprints == [Self.thumbprint] else { throw .untrusted("self-signed") }
            guard let text = documents.documents.withLock({ $0[request.url] }) else {
                throw .status(404)
            }
            return Array(text.utf8)
        }
        _ = try await keys.keys(of: Self.provider(thumbprints: [Self.thumbprint]), needing: nil)
        for others in [[], [String(repeating: "b", count: 40)]] {
            await #expect(throws: IssuerKeysError.untrusted) {
                try await keys.keys(
                    of: Self.provider(thumbprints: others, of: "222222222222"), needing: nil)
            }
        }
        let count = documents.count
        _ = try await keys.keys(
            of: Self.provider(thumbprints: [Self.thumbprint], of: "333333333333"), needing: nil)
        #expect(documents.count == count)
    }

    /// Documents that say nothing of use.
    static let useless = [
        "", "{}", "[]", #"{"issuer":"https://id.example.com"}"#,
        #"{"issuer":"https://ID.example.com","jwks_uri":"https://id.example.com/keys"}"#,
        #"{"issuer":"https://id.example.com/","jwks_uri":"https://id.example.com/keys"}"#,
        #"{"issuer":"https://id.example.com","issuer":"https://id.example.com","jwks_uri":"https://id.example.com/keys"}"#,
        #"{"issuer":"https://id.example.com","jwks_uri":"http://id.example.com/keys"}"#,
        #"{"issuer":"https://id.example.com","jwks_uri":"https://id.example.com:8443/keys"}"#,
        #"{"issuer":"https://id.example.com","jwks_uri":"https://id.example.com/missing"}"#,
        #"{"issuer":"https://id.example.com","jwks_uri":"file:///etc/passwd"}"#,
        #"{"issuer":"https://id.example.com","jwks_uri":7}"#,
    ]

    @Test("a document that is not the issuer's is of no use", arguments: useless)
    func discovery(_ document: String) async throws {
        let network = Network()
        network.documents.withLock {
            $0[Self.issuer + "/.well-known/openid-configuration"] = document
        }
        #expect(try await Self.error(network, Self.provider()) == .unusable)
    }

    @Test("keys that are none are of no use", arguments: ["", "{}", #"{"keys":{}}"#, "[]"])
    func noKeys(_ document: String) async throws {
        let network = Network()
        network.documents.withLock { $0[Self.issuer + "/keys"] = document }
        #expect(try await Self.error(network, Self.provider()) == .unusable)
    }

    @Test("a port and a private address are for issuers that the operator names, on their host")
    func privateIssuers() async throws {
        let url = "https://localhost:8443/realm/"
        func network(_ keys: String) -> Network {
            Network([
                "https://localhost:8443/realm/.well-known/openid-configuration":
                    #"{"issuer":"\#(url)","jwks_uri":"\#(keys)"}"#,
                keys: TestIssuer.shared.keys,
            ])
        }
        let named = FederationSettings(authoritiesFile: "/ca.pem", privateIssuers: [url])
        let here = network("https://localhost:9000/keys?v=1")
        #expect(try await Self.error(here, Self.provider(url), named) == nil)
        #expect(here.asked.withLock { $0.allSatisfy(\.mayBePrivate) })
        #expect(here.asked.withLock { $0.allSatisfy { $0.authoritiesFile == "/ca.pem" } })
        #expect(try await Self.error(here, Self.provider(url)) == .unusable)
        #expect(
            try await Self.error(here, Self.provider("https://localhost:8443/realm"), named)
                == .unusable)
        let elsewhere = network("https://keys.example.com/keys")
        #expect(try await Self.error(elsewhere, Self.provider(url), named) == nil)
        #expect(elsewhere.asked.withLock { $0.map(\.mayBePrivate) } == [true, false])
        let port = network("https://keys.example.com:8443/keys")
        #expect(try await Self.error(port, Self.provider(url), named) == .unusable)
    }

    @Test("an issuer that takes its time holds up its own account alone")
    func slowIssuer() async throws {
        let gate = Gate()
        let keys = IssuerKeys(.init(), elapsed: { .seconds(1) }) {
            request, _ throws(HTTPSFailure) in
            if request.url.hasPrefix("https://slow") { gate.wait() }
            guard
                let text = TestIssuer.shared.document(of: Self.issuer, at: request.url)
            else { throw .status(404) }
            return Array(text.utf8)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...40 {
                group.addTask {
                    _ = try? await keys.keys(
                        of: Self.provider("https://slow\(number).example.com"), needing: nil)
                }
            }
            _ = try await keys.keys(of: Self.provider(of: "222222222222"), needing: nil)
            gate.open()
        }
    }
}
