import IAMIdentifiers
import TestRandom
import Testing

@Suite struct AccessKeyIDTests {
    @Test(arguments: ["000000000000", "000000000001", "123456789012", "999999999999"])
    func aNewKeyCarriesItsAccount(_ digits: String) throws {
        let account = try #require(AccountID(digits))
        var random = TestSeed.generator()
        for _ in 0..<200 {
            let id = AccessKeyID(.longTerm, in: account, using: &random)
            #expect(id.account == account)
            #expect(id.description.count == 20 && id.description.hasPrefix("AKIA"))
            #expect(AccessKeyID(id.description) == id)
        }
    }

    /// An ID that AWS gave, whose account was published with it.
    @Test func anIDOfAWSLeadsToItsAccount() {
        #expect(AccessKeyID("ASIAQNZGKIQY56JQ7WML")?.account == AccountID("029608264753"))
    }

    @Test(arguments: ["AKIAIOSFODNN7EXAMPLE", "AKIA000000000000", "AKIA1111111111111111"])
    func anIDOfAnotherMakingCarriesNone(_ text: String) {
        #expect(AccessKeyID(text)?.account == nil)
    }

    @Test(arguments: [
        "", "AKIA", "AKIAIOSFODNN7EX", "AKIA-IOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLÉ",
        String(repeating: "A", count: 129),
    ])
    func whatCouldBeNoIDIsRefused(_ text: String) {
        #expect(AccessKeyID(text) == nil)
    }
}
