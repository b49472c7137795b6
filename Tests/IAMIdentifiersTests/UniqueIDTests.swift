import IAMIdentifiers
import TestRandom
import Testing

@Suite struct UniqueIDTests {
    @Test(arguments: UniqueID.Kind.allCases)
    func aNewIDSaysWhatItNames(_ kind: UniqueID.Kind) {
        var random = TestSeed.generator()
        let id = UniqueID(kind, using: &random)
        #expect(id.kind == kind)
        let length = [.samlProvider: 23, .sshPublicKey: 20][kind] ?? 21
        #expect(id.description.count == length)
        #expect(id.description.hasPrefix(kind == .samlProvider ? "SAMLSP" : kind.rawValue))
        #expect(id != UniqueID(kind, using: &random))
    }

    @Test func aRootUsersIDIsItsAccountsNumber() throws {
        let account = try #require(AccountID("123456789012"))
        let id = UniqueID(rootOf: account)
        #expect(id.description == "123456789012" && id.kind == nil)
    }
}
