import IAMIdentifiers
import TestRandom
import Testing

@testable import Credentials

@Suite struct RandomTokenTests {
    @Test func aTokenComesBackFromItsText() throws {
        var random = TestSeed.generator()
        for _ in 0..<100 {
            let token = RandomToken.random(using: &random)
            let back = try #require(RandomToken(token.secret.reveal()))
            #expect(back == token)
            #expect(back.hash == token.hash)
            #expect(TokenHash(stored: token.hash.description) == token.hash)
            #expect(RandomToken.random(using: &random).hash != token.hash)
        }
    }

    @Test(arguments: [
        "", "short", String(repeating: "A", count: 44), String(repeating: "+", count: 43),
    ])
    func textThatIsNoTokenIsRefused(_ text: String) {
        #expect(RandomToken(text) == nil)
    }

    @Test func aHashIsTheSHA256OfTheText() throws {
        let token = try #require(RandomToken(String(repeating: "A", count: 43)))
        #expect(
            token.hash.description
                == "0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a")
    }

    @Test func aSecretAccessKeyHasFortyCharacters() throws {
        var random = TestSeed.generator()
        let keys = (0..<100).map { _ in SecretAccessKey.random(using: &random).reveal() }
        #expect(Set(keys).count == 100)
        #expect(keys.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9\/+]{40}/) != nil })
    }

    /// Thirty bytes whose base64 begins with `+`, and zeros after them.
    private struct PlusFirst: RandomNumberGenerator {
        var drawn = 0

        mutating func next() -> UInt64 {
            drawn += 1
            return drawn <= 30 ? 0xF8 : 0
        }
    }

    @Test func aSecretAccessKeyIsNoFormulaToASpreadsheet() {
        var random = PlusFirst()
        #expect(
            SecretAccessKey.random(using: &random).reveal() == String(repeating: "A", count: 40))
    }
}
