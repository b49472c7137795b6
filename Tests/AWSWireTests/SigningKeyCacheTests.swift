import IAMIdentifiers
import Testing

@testable import AWSWire

@Suite struct SigningKeyCacheTests {
    typealias Example = SigV4Example

    @Test func aKeyIsKeptOnceItHasProvenRight() {
        let cache = SigningKeyCache()
        #expect(Example.refusal(of: Example.request, secret: Secret("other"), keys: cache) != nil)
        #expect(cache.count == 0)
        #expect(Example.refusal(of: Example.request, keys: cache) == nil)
        #expect(Example.refusal(of: Example.request, keys: cache) == nil)
        #expect(cache.count == 1)
    }

    @Test func aKeptKeyDoesNotOutliveItsSecret() {
        let cache = SigningKeyCache()
        #expect(Example.refusal(of: Example.request, keys: cache) == nil)
        #expect(Example.refusal(of: Example.request, secret: Secret("n"), keys: cache) == .mismatch)
    }

    @Test func aKeyIsFoundByEachPartOfItsIndex() {
        let cache = SigningKeyCache()
        cache.keep(key(), at: index())
        #expect(cache[index()] != nil)
        #expect(cache[index(accessKeyID: "b")] == nil)
        #expect(cache[index(secret: "b")] == nil)
        #expect(cache[index(date: "b")] == nil)
        #expect(cache[index(region: "b")] == nil)
        #expect(cache[index(service: "b")] == nil)
    }

    @Test func itHoldsItsCapacityAtMost() {
        let cache = SigningKeyCache(capacity: 16)
        for number in 0..<1_000 {
            cache.keep(key(), at: index(accessKeyID: "\(number)"))
            #expect(cache.count <= 16)
        }
        for number in 986..<1_000 { #expect(cache[index(accessKeyID: "\(number)")] != nil) }
        #expect(cache[index(accessKeyID: "900")] == nil)
    }

    @Test func aKeyInUseIsNotForgotten() {
        let cache = SigningKeyCache(capacity: 16)
        cache.keep(key(), at: index(accessKeyID: "used"))
        for number in 0..<1_000 {
            #expect(cache[index(accessKeyID: "used")] != nil)
            cache.keep(key(), at: index(accessKeyID: "\(number)"))
        }
    }

    private func key() -> SigV4SigningKey {
        SigV4SigningKey(secret: Example.secret, scope: Example.scope)
    }

    private func index(
        accessKeyID: String = "a", secret: String = "a", date: String = "a", region: String = "a",
        service: String = "a"
    ) -> SigningKeyCache.Index {
        SigningKeyCache.Index(
            accessKeyID: accessKeyID, secret: Secret(secret),
            scope: CredentialScope(date: date, region: region, service: service))
    }
}
