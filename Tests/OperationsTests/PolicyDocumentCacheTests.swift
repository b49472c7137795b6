import IAMPolicy
import TestSupport
import Testing

@testable import Operations

@Suite struct PolicyDocumentCacheTests {
    private let source = PolicySource.inline(.user, owner: "alice", policy: "test")

    @Test("the texts kept never exceed the capacity, however many and however long")
    func bound() {
        let cache = PolicyDocumentCache(capacity: 1_000)
        for number in 0..<50 {
            _ = cache.policy(stored: Policies.allow("iam:Get\(number)"), from: source)
            #expect((1...1_000).contains(cache.bytes))
        }
        let kept = cache.bytes
        let long = Policies.allow("iam:GetUser") + String(repeating: " ", count: 1_000)
        guard case .document = cache.policy(stored: long, from: source).content else {
            Issue.record("a long document is read all the same")
            return
        }
        #expect(cache.bytes <= kept)
    }

    @Test("a text that is kept is counted once")
    func again() {
        let cache = PolicyDocumentCache()
        let text = Policies.allow("iam:GetUser")
        for _ in 0..<3 { _ = cache.policy(stored: text, from: source) }
        #expect(cache.bytes == text.utf8.count)
    }
}
